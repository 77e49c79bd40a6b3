/** Printing where there is no Electron: through an installed Chromium, over its DevTools. */
import { ArchiveError } from '../archive/errors.ts';
import type { PageToPrint } from './host.ts';

/** Prints a page to PDF. Throws `no-browser`, `print-failed`, `cancelled`. */
export async function printInBrowser(_page: PageToPrint, _signal: AbortSignal): Promise<Uint8Array> {
  throw new ArchiveError('not-yet', 'Printing is not built yet.');
}
