/** What Electron can do for the handlers. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { ArchiveError } from '../../archive/errors.ts';
import type { Host } from '../host.ts';
import type { Places } from '../places.ts';
import { chooseArchive, chooseFiles, choosePlace } from './dialogs.ts';
import { printToPaper, printToPdf } from './print.ts';
import type { PrintPages } from './protocol.ts';

/** The host of the contract in Electron. */
export function createElectronHost(
  window: () => BrowserWindow | null,
  pages: PrintPages,
  places: Places,
): Host {
  return {
    kind: 'electron',
    runtime: `Electron ${process.versions.electron}`,
    can: async () => ({ chooseFiles: true, chooseFolder: true, paper: true }),
    chooseFiles: folders => chooseFiles(window, folders),
    chooseArchive: () => chooseArchive(window, places.archives),
    placeArchive: (_name, suggested) =>
      choosePlace(window, { title: 'New archive', buttonLabel: 'Create', defaultPath: suggested }),
    printPdf: (document, signal) => printToPdf(pages, document, signal),
    withPrinter: (use, signal) => use(document => printToPdf(pages, document, signal)),
    deliver: async (bytes, name) => {
      const file = await choosePlace(window, { defaultPath: join(app.getPath('documents'), name) });
      if (file === null) return { kind: 'cancelled' };
      await save(file, bytes);
      return { kind: 'saved', name: basename(file) };
    },
    deliverFile: async (name, _type, write) => {
      const file = await choosePlace(window, { defaultPath: join(app.getPath('documents'), name) });
      if (file === null) return { kind: 'cancelled' };
      await write(file);
      return { kind: 'saved', name: basename(file) };
    },
    placeCopy: (_name, suggested) =>
      choosePlace(window, { title: 'Save into a new folder', buttonLabel: 'Save', defaultPath: suggested }),
    paper: async (document, _pdf, name) =>
      (await printToPaper(pages, document)) ? { kind: 'saved', name } : { kind: 'cancelled' },
  };
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError('io', `${basename(file)} could not be saved: ${reason}`, undefined, error);
  }
}
