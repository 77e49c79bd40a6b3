/** What the handlers need of the host they run in: what only Electron, or only the serve host, can do. */
import type { Delivery, HostInfo } from '../preload/contract/methods.ts';

/** A page to print: one HTML document, with the texts that an old Chromium needs beside it. */
export interface PageToPrint {
  html: string;
  headerTemplate: string;
  footerTemplate: string;
}

export interface Host {
  readonly kind: HostInfo['host'];
  /** `Electron 45.4.1` or the like; null on the serve host */
  readonly runtime: string | null;
  can(): Promise<HostInfo['can']>;
  /** Asks for files, or for a folder; empty where the person thought better of it. */
  chooseFiles(folders: boolean): Promise<string[]>;
  /** Asks for an archive's folder; null where the person thought better of it. */
  chooseArchive(): Promise<string | null>;
  /** Asks where a new archive of this name is to be; null where the person thought better of it. */
  placeArchive(name: string, suggested: string): Promise<string | null>;
  /** Prints a page to PDF. Throws `no-browser`, `print-failed`, `cancelled`. */
  printPdf(page: PageToPrint, signal: AbortSignal): Promise<Uint8Array>;
  /** Gives a finished file to the person. */
  deliver(bytes: Uint8Array, name: string, type: string): Promise<Delivery>;
  /** Sends a finished document to paper, or hands it over where the person can. */
  paper(page: PageToPrint, pdf: () => Promise<Uint8Array>, name: string): Promise<Delivery>;
}
