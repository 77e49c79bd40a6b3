/** What the handlers need of the host they run in: what only Electron, or only the serve host, can do. */
import type { GivenPath } from '../archive/archive.ts';
import type { PrintDocument } from '../archive/print/document.ts';
import type { Delivery } from '../preload/contract/delivery.ts';
import type { HostInfo } from '../preload/contract/methods.ts';

/** Prints one document to PDF. */
export type Print = (document: PrintDocument) => Promise<Uint8Array>;

export interface Host {
  readonly kind: HostInfo['host'];
  /** `Electron 45.4.1` or the like; null on the serve host */
  readonly runtime: string | null;
  can(): Promise<HostInfo['can']>;
  /** Asks for files, or for folders; empty where the person thought better of it. */
  chooseFiles(folders: boolean): Promise<string[]>;
  /** Asks for an archive's folder; null where the person thought better of it. */
  chooseArchive(): Promise<string | null>;
  /** Asks where a new archive of this name is to be; null where the person thought better of it. */
  placeArchive(name: string, suggested: string): Promise<string | null>;
  /** Told when an import of these has ended: copies made for it can go. */
  imported?(given: readonly GivenPath[]): Promise<void>;
  /** Prints a page to PDF. Throws `no-browser`, `print-failed`, `cancelled`. */
  printPdf(document: PrintDocument, signal: AbortSignal): Promise<Uint8Array>;
  /** Lends a printer for one document after the other, and takes it back whatever happens. Throws like `printPdf`. */
  withPrinter<T>(use: (print: Print) => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Gives a finished file to the person. */
  deliver(bytes: Uint8Array, name: string, type: string): Promise<Delivery>;
  /**
   * Gives a file to the person that may be too large for memory: asks for its place first where the person has a say in
   * it, has it written there (over what is there, since the person was asked), and hands it over.
   */
  deliverFile(name: string, type: string, write: (path: string) => Promise<void>): Promise<Delivery>;
  /** Asks where a copy, a folder that is new or empty, is to be; null where the person thought better of it. */
  placeCopy(name: string, suggested: string): Promise<string | null>;
  /** Sends a document to paper, or hands over the finished PDF where only the person can. */
  paper(document: PrintDocument, pdf: () => Promise<Uint8Array>, name: string): Promise<Delivery>;
}
