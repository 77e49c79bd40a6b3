/** The open archive: what it holds, what it told at opening, whether it is sound. */
import { Button } from 'react-aria-components';
import { rebuildIndex, verifyArchive } from '../../state/archive-work.ts';
import { useJobs } from '../../state/jobs.ts';
import { useOverlays } from '../../state/overlays.ts';
import { count, longDate, size } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { WordKey } from '../../words/en.ts';
import { Faults } from './Faults.tsx';
import { LockPart } from './LockPart.tsx';
import type { ArchiveInfo } from '../../../preload/contract/index.ts';

function factsOf(info: ArchiveInfo): { label: WordKey; text: string }[] {
  const { firstCreated, lastCreated } = info;
  return [
    { label: 'library.cables', text: count(info.cables) },
    { label: 'library.records', text: count(info.records) },
    { label: 'library.sightings', text: count(info.sightings) },
    { label: 'library.withdrawn', text: count(info.withdrawn) },
    { label: 'library.text', text: size(info.textBytes) },
    ...(firstCreated === null || lastCreated === null
      ? []
      : [{ label: 'library.span' as const, text: `${longDate(firstCreated)} – ${longDate(lastCreated)}` }]),
    {
      label: 'library.verified',
      text: info.lastVerified === null ? say('library.never') : longDate(info.lastVerified),
    },
  ];
}

export function ArchivePart({ info }: { info: ArchiveInfo }) {
  const busy = useJobs(state => state.jobs.length > 0);
  // Who holds the lock is told in words of its own, as it is now.
  const notices = info.notices.filter(({ code }) => !['locked', 'locked-elsewhere'].includes(code));
  return (
    <>
      <header className="page-head">
        <h1>{info.name}</h1>
        {info.readOnly ? <LockPart /> : null}
        {notices.length === 0 ? null : (
          <ul className="notices" aria-label={say('library.notices')}>
            {notices.map(notice => (
              <li key={`${notice.code} ${notice.message}`}>{notice.message}</li>
            ))}
          </ul>
        )}
      </header>
      <section className="page-part">
        <h2>{say('library.about')}</h2>
        <dl className="facts facts-wide">
          {factsOf(info).map(({ label, text }) => (
            <div key={label}>
              <dt>{say(label)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="page-actions">
          <Button className="button" isDisabled={busy} onPress={() => void verifyArchive()}>
            {say('library.verify')}
          </Button>
          <span className="quiet">{say('library.verifyHelp')}</span>
        </p>
        <Faults />
        <p className="page-actions">
          <Button className="button" isDisabled={busy} onPress={() => useOverlays.setState({ copy: true })}>
            {say('copy.open')}
          </Button>
          <span className="quiet">{say('copy.help')}</span>
        </p>
        <p className="page-actions">
          <Button className="button" isDisabled={busy || info.readOnly} onPress={() => void rebuildIndex()}>
            {say('library.rebuild')}
          </Button>
          <span className="quiet">{say('library.rebuildHelp')}</span>
        </p>
      </section>
    </>
  );
}
