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
  const { title, program, ...part } = printed;
  return archivalCopies(archive, { parts: [part], title, program });
}

export interface PrintedCables {
  /** in the order of their pages */
  parts: readonly Omit<PrintedCable, 'title' | 'program'>[];
  title: string;
  program: string;
}

/** Makes one file of several printed cables, each on pages of its own, with the source text of each. */
export async function archivalCopies(
  archive: Archive,
  { parts, title, program }: PrintedCables,
): Promise<Uint8Array> {
  // Much to load, and wanted by few calls.
  const { finishPdfs } = await import('../print/finish/finish.ts');
  const { withoutToken } = await import('../print/finish/source-text.ts');
  const attachments = new Map<string, { name: string; bytes: Uint8Array; description: string }>();
  const origins = new Set<string | null>();
  for (const { id, key } of parts) {
    const shown = await archive.show(id, key);
    origins.add(shown.origin);
    const plain = attachmentName(shown.canonicalId);
    const name = attachments.has(plain)
      ? attachmentName(`${shown.canonicalId}-${shown.key.slice(0, 8)}`)
      : plain;
    const bytes = withoutToken(await archive.frame(id, key));
    const description = `The exact source text of ${shown.id}, as the archive keeps it`;
    attachments.set(name, {
      name,
      bytes,
      description:
        parts.length === 1 ? "The record's exact source text, as the archive keeps it" : description,
    });
  }
  const [origin = null] = origins;
  const author = origins.size === 1 ? (origin ?? program) : program;
  const prints = parts.map(({ pdf }) => pdf);
  const options = { title, author, language: 'en', program, attachments: [...attachments.values()] };
  return (await finishPdfs(prints, options)).pdf;
}
