/** What the serve host can do: no dialogs (the browser has its own), files as downloads, printing through a Chromium. */
import { ArchiveError } from '../../archive/errors.ts';
import type { Host } from '../host.ts';
import { printWithChromium, withPrinter } from '../print/print-pdf.ts';
import type { Downloads } from './downloads.ts';

export function createServeHost(downloads: Downloads): Host {
  const noDialogs = (): never => {
    throw new ArchiveError('bad-request', 'In a browser, drop the files on the page or choose them there.');
  };
  return {
    kind: 'serve',
    runtime: null,
    can: async () => ({ chooseFiles: false, chooseFolder: false, paper: true }),
    chooseFiles: async () => noDialogs(),
    chooseArchive: async () => noDialogs(),
    placeArchive: async (_name, suggested) => suggested,
    printPdf: (document, signal) => printWithChromium(document, { signal }),
    withPrinter: (use, signal) => withPrinter(use, { signal }),
    deliver: async (bytes, name, type) => ({
      kind: 'download',
      url: downloads.keep(bytes, name, type),
      name,
    }),
    deliverFile: async (name, type, write) => ({
      kind: 'download',
      url: await downloads.keepFile(name, type, write),
      name,
    }),
    placeCopy: async (_name, suggested) => suggested,
    // Paper gets the finished PDF, which the browser shows and prints; never the browser's own print of the page.
    paper: async (_document, pdf, name) => ({
      kind: 'download',
      url: downloads.keep(await pdf(), name, 'application/pdf', true),
      name,
    }),
  };
}
