/** The page that a cable is printed from, and the name of its copy. */
import type { ShownCable } from '../archive/model/archive.ts';
import type { Reading } from '../archive/model/reading.ts';
import type { PrintDocument } from '../archive/print/document.ts';
import { printPage } from '../archive/print/page.ts';
import { attachmentName } from '../archive/worker/archival-copy.ts';
import { folderName } from './folder-name.ts';
import { printFonts } from './print/fonts.ts';
import { PROGRAM } from './program.ts';

/** The document to print. The preview of one says of an attachment that only the PDF will carry, so they are alike. */
export async function documentOf(cable: ShownCable, reading: Reading): Promise<PrintDocument> {
  return printPage(cable, reading, {
    printed: new Date().toISOString(),
    program: PROGRAM,
    fonts: await printFonts(),
    attachment: attachmentName(cable.canonicalId),
  });
}

/** The name that a copy is saved under unless the person says otherwise. */
export function copyName({ canonicalId }: Pick<ShownCable, 'canonicalId'>): string {
  return `${folderName(canonicalId)}.pdf`;
}
