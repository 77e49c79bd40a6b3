/** What the engine answers about many cables at once. */
import type { Archive } from '../archive.ts';
import { exportCables } from '../export/export-cables.ts';
import { archivalCopies } from './archival-copy.ts';
import { citationFileName, citeChosen } from './citation.ts';
import type { manyCalls } from './many-calls.ts';
import type { Answers } from './server.ts';

/** The answers, by the archive that is open when they are asked. */
export function manyAnswers(
  archive: () => Archive,
  isOpen: () => boolean,
): Pick<Answers, keyof typeof manyCalls> {
  return {
    known: ({ ids, cites }) => archive().known(ids, cites),
    citeMany: async ({ ids, style }) => ({
      text: await citeChosen(archive(), ids, style),
      fileName: citationFileName(ids, style),
    }),
    copyTo: ({ folder, ...wish }, job) => archive().copyTo(folder, wish, job),
    archivalCopies: async printed => ({ pdf: await archivalCopies(archive(), printed) }),
    follow: async () => (isOpen() ? archive().follow() : null),
    exportText: async (wish, job) => ({ cables: await exportCables(archive(), wish, job) }),
  };
}
