/** A cable on its way to paper or PDF: the page to print, and the archival copy made of what Chromium printed. */
import type { ShownCable } from '../archive/model/archive.ts';
import type { Reading } from '../archive/model/reading.ts';
import type { PrintDocument } from '../archive/print/document.ts';
import { finishPdf } from '../archive/print/finish/finish.ts';
import { printPage, titleOf } from '../archive/print/page.ts';
import { folderName } from './folder-name.ts';
import { printFonts } from './print/fonts.ts';
import { PROGRAM } from './program.ts';

/** What an archival copy is made of. */
export interface CopySource {
  cable: ShownCable;
  reading: Reading;
  /** the record's exact source text, to be attached */
  frame: Uint8Array;
}

/** The page to print, and the names that go with it. */
export async function documentOf({ cable, reading }: Omit<CopySource, 'frame'>): Promise<PrintDocument> {
  return printPage(cable, reading, {
    printed: new Date().toISOString(),
    program: PROGRAM,
    fonts: await printFonts(),
    attachment: sourceName(cable),
  });
}

/** Makes the archival copy out of what Chromium printed. Throws `print-failed` where that would hide a loss. */
export async function finish(printed: Uint8Array, { cable, frame }: CopySource): Promise<Uint8Array> {
  const { pdf } = await finishPdf(printed, {
    title: titleOf(cable),
    author: cable.origin ?? 'unknown',
    language: 'en',
    program: PROGRAM,
    attachment: {
      name: sourceName(cable),
      bytes: frame,
      description: `The exact source text of cable ${cable.canonicalId}, as the archive keeps it`,
    },
  });
  return pdf;
}

function sourceName({ canonicalId }: Pick<ShownCable, 'canonicalId'>): string {
  return `${folderName(canonicalId)}.txt`;
}

/** The name that a copy is saved under unless the person says otherwise. */
export function copyName({ canonicalId }: Pick<ShownCable, 'canonicalId'>): string {
  return `${folderName(canonicalId)}.pdf`;
}
