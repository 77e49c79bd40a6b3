/** The archival copy of a cable, out of what Chromium printed and what the archive keeps. */
import type { Archive } from '../archive.ts';

export interface PrintedCable {
  id: string;
  key?: string;
  /** what Chromium printed */
  pdf: Uint8Array;
  /** the document's title */
  title: string;
  /** the program and its version */
  program: string;
}

/** The name under which the record's exact source text is attached. */
export function attachmentName(canonicalId: string): string {
  return `${canonicalId.replace(/[^A-Za-z0-9._-]/g, '_')}.txt`;
}

/** Makes the copy. Throws `no-such-cable`, or `print-failed` where it would hide a loss. */
export async function archivalCopy(archive: Archive, printed: PrintedCable): Promise<Uint8Array> {
  const { id, key, pdf, title, program } = printed;
  const { canonicalId, origin } = await archive.show(id, key);
  // Much to load, and wanted by few calls.
  const { finishPdf } = await import('../print/finish/finish.ts');
  const { withoutToken } = await import('../print/finish/source-text.ts');
  const finished = await finishPdf(pdf, {
    title,
    author: origin ?? program,
    language: 'en',
    program,
    attachment: {
      name: attachmentName(canonicalId),
      bytes: withoutToken(await archive.frame(id, key)),
      description: "The record's exact source text, as the archive keeps it",
    },
  });
  return finished.pdf;
}
