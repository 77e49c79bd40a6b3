/** Printing in Electron: a hidden, sandboxed window without scripts, from which PDF and paper are made. */
import { BrowserWindow } from 'electron';
import { ArchiveError } from '../../archive/errors.ts';
import type { PrintDocument } from '../../archive/print/document.ts';
import { pdfOptions } from '../print/pdf-options.ts';
import type { PrintPages } from './protocol.ts';

/** Prints a document to PDF. Throws `print-failed`, `cancelled`. */
export async function printToPdf(
  pages: PrintPages,
  document: PrintDocument,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return withHiddenWindow(pages, document, signal, async window => {
    const { paper, ...options } = pdfOptions(document, Number.parseInt(process.versions.chrome, 10));
    const pdf = await window.webContents.printToPDF({ ...options, pageSize: paper });
    return new Uint8Array(pdf);
  });
}

/** Sends a document to paper through the system's dialog; false where the person thought better of it. */
export async function printToPaper(pages: PrintPages, document: PrintDocument): Promise<boolean> {
  const never = new AbortController().signal;
  return withHiddenWindow(
    pages,
    document,
    never,
    window =>
      new Promise((resolve, reject) => {
        // where the page draws its own margins, a second head and foot would carry the marking twice over
        const { displayHeaderFooter } = pdfOptions(document, Number.parseInt(process.versions.chrome, 10));
        const margins = displayHeaderFooter
          ? { header: document.marking, footer: `${document.marking} - ${document.title}` }
          : {};
        window.webContents.print({ printBackground: true, ...margins }, (success, reason) => {
          if (success) resolve(true);
          else if (/cancel/i.test(reason)) resolve(false);
          else
            reject(
              new ArchiveError('print-failed', `The printer did not take it: ${reason}. Save it as PDF.`),
            );
        });
      }),
  );
}

async function withHiddenWindow<T>(
  pages: PrintPages,
  document: PrintDocument,
  signal: AbortSignal,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const cancelled = () => new ArchiveError('cancelled', 'Printing was cancelled.');
  if (signal.aborted) throw cancelled();
  const { address, release } = pages.lend(document.html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      webviewTag: false,
    },
  });
  const close = () => window.destroy();
  signal.addEventListener('abort', close);
  try {
    await window.loadURL(address);
    return await use(window);
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof ArchiveError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(
      'print-failed',
      `The page could not be printed (${reason}). Try again.`,
      undefined,
      error,
    );
  } finally {
    signal.removeEventListener('abort', close);
    release();
    if (!window.isDestroyed()) window.destroy();
  }
}
