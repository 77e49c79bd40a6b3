/** Citations and the printed page, as the engine offers them to its hosts. */
import { ArchiveError } from '../errors.ts';
import type { Archive } from '../archive.ts';
import type { ShownCable } from '../model/archive.ts';

/** A cable's citation in a style of the field. */
export async function citation(_cable: ShownCable, _style: 'chicago'): Promise<string> {
  throw new ArchiveError('not-yet', 'Citations are not built yet.');
}

/** The printed page of a cable, the texts that go beside it on an old Chromium, and a name for the file. */
export async function printedPage(
  _archive: Archive,
  _id: string,
  _key: string | undefined,
): Promise<{ html: string; headerTemplate: string; footerTemplate: string; fileName: string }> {
  throw new ArchiveError('not-yet', 'Printing is not built yet.');
}

/** The archival copy, made of what Chromium printed and of the record's exact source text. */
export async function finishedPdf(
  _archive: Archive,
  _id: string,
  _key: string | undefined,
  _pdf: Uint8Array,
): Promise<Uint8Array> {
  throw new ArchiveError('not-yet', 'Printing is not built yet.');
}
