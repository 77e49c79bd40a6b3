/** Reads the fonts of the printed page from disk: from beside the built program, or from the packages of a working tree. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArchiveError } from '../../archive/errors.ts';
import { loadPrintFonts } from '../../archive/print/fonts.ts';
import type { PrintFontName, PrintFonts } from '../../archive/print/fonts.ts';

let loaded: Promise<PrintFonts> | null = null;

/** The fonts of the printed page, read once. Throws `print-failed` where Valise's own files are gone. */
export function printFonts(): Promise<PrintFonts> {
  loaded ??= loadPrintFonts(readFont).catch((fault: unknown) => {
    loaded = null;
    throw new ArchiveError(
      'print-failed',
      'A font that printing needs is missing from this copy of Valise. Install Valise again.',
      { fault: String(fault) },
      fault,
    );
  });
  return loaded;
}

async function readFont(font: PrintFontName): Promise<Uint8Array> {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const places = [
      join(folder, 'fonts', font.file),
      join(folder, 'node_modules', '@fontsource', font.family, 'files', font.file),
    ];
    const found = places.find(place => existsSync(place));
    if (found !== undefined) return readFile(found);
    if (dirname(folder) === folder) throw new Error(`${font.file} is nowhere above ${import.meta.dirname}`);
  }
}
