/** The library: the archive that is open, what was imported into it, and the other archives. */
import { Page } from '../../components/Page.tsx';
import { useArchive } from '../../state/archive.ts';
import { say } from '../../words/say.ts';
import { ArchivePart } from './ArchivePart.tsx';
import { Archives } from './Archives.tsx';
import { Imports } from './Imports.tsx';

export function LibraryRoom() {
  const info = useArchive(state => state.info);
  return (
    // Another archive begins at its top.
    <Page key={info?.id ?? ''} label={say('room.library')}>
      {info === null ? (
        <header className="page-head">
          <h1>{say('library.none')}</h1>
          <p className="quiet">{say('library.noneHelp')}</p>
        </header>
      ) : (
        <>
          <ArchivePart info={info} />
          <Imports />
        </>
      )}
      <Archives />
    </Page>
  );
}
