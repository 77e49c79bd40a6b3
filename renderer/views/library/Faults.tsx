/** What the last check found: for each file what is wrong and what to do, and behind it what was seen. */
import { Disclosure, DisclosurePanel, Button, Heading } from 'react-aria-components';
import { rebuildIndex, useReport } from '../../state/archive-work.ts';
import { useJobs } from '../../state/jobs.ts';
import { dateAndTime } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { faultGroups } from './fault-groups.ts';
import type { FaultGroup } from './fault-groups.ts';

function Group({ group: { sentence, file, found, count } }: { group: FaultGroup }) {
  return (
    <li className="fault-group">
      <p>{say(sentence, { file })}</p>
      <Disclosure className="fault-found">
        <Heading level={3}>
          <Button slot="trigger" className="button-link">
            {say('fault.details')}, {say('fault.places', { count })}
          </Button>
        </Heading>
        <DisclosurePanel>
          <ul className="fault-list">
            {found.map(message => (
              <li key={message} className="quiet">
                {message}
              </li>
            ))}
          </ul>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

export function Faults() {
  const { report } = useReport();
  const busy = useJobs(state => state.jobs.length > 0);
  if (report === null) return null;
  if (report.ok)
    return <p className="quiet fault-none">{say('fault.none', { date: dateAndTime(report.verified) })}</p>;
  const groups = faultGroups(report.faults);
  const mends = groups.some(({ sentence }) => sentence === 'fault.index' || sentence === 'fault.catalogue');
  return (
    <section aria-label={say('library.faultTable')} className="faults">
      <ul>
        {groups.map(group => (
          <Group key={`${group.sentence} ${group.file}`} group={group} />
        ))}
      </ul>
      {mends ? (
        <Button className="button" isDisabled={busy} onPress={() => void rebuildIndex()}>
          {say('fault.doRebuild')}
        </Button>
      ) : null}
    </section>
  );
}
