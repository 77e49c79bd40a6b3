/** The fonts that a printed page carries inside itself: which there are, and which a text is set in. */
import { charactersOf } from './woff2.ts';

/** A family for a purpose: `serif` for reading, `sans` for what Valise says, `mono` for telegram and tables. */
export type Face = 'serif' | 'sans' | 'mono';
type Family = 'source-serif-4' | 'ibm-plex-sans' | 'ibm-plex-mono' | 'noto-serif' | 'noto-sans';

export interface PrintFontName {
  family: Family;
  subset: string;
  weight: 400 | 600;
  /** the file's name in the `@fontsource` package, and in the folder of a built Valise */
  file: string;
}

const LATIN_AND_MORE = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const NOTO_SERIF = [...LATIN_AND_MORE, 'greek-ext', 'math'];
const NOTO_SANS = [...LATIN_AND_MORE, 'greek-ext', 'devanagari'];

/** Every font file that printing uses. A host reads them from disk: the engine itself has no place for files. */
export const PRINT_FONT_FILES: readonly PrintFontName[] = [
  ...filesOf('source-serif-4', LATIN_AND_MORE, [400, 600]),
  ...filesOf('ibm-plex-sans', LATIN_AND_MORE, [400, 600]),
  ...filesOf('ibm-plex-mono', ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'], [400, 600]),
  ...filesOf('noto-serif', NOTO_SERIF, [400]),
  ...filesOf('noto-sans', NOTO_SANS, [400]),
];

function filesOf(
  family: Family,
  subsets: readonly string[],
  weights: readonly (400 | 600)[],
): PrintFontName[] {
  return subsets.flatMap(subset =>
    weights.map(weight => ({ family, subset, weight, file: `${family}-${subset}-${weight}-normal.woff2` })),
  );
}

/** The order in which a character's font is looked for. */
const STACKS: Record<Face, readonly Family[]> = {
  serif: ['source-serif-4', 'noto-serif', 'noto-sans'],
  sans: ['ibm-plex-sans', 'noto-sans', 'noto-serif'],
  mono: ['ibm-plex-mono', 'noto-sans', 'noto-serif'],
};

/** One subset of a family in its weights. It is a CSS family of its own, so that fallback is ours, not the system's. */
export interface PrintFont {
  name: string;
  family: Family;
  characters: ReadonlySet<number>;
  files: readonly { weight: 400 | 600; bytes: Uint8Array }[];
}

export type PrintFonts = Readonly<Record<Face, readonly PrintFont[]>>;

/** Puts the fonts in order of preference. `read` gives the bytes of a file of PRINT_FONT_FILES. Reads each `cmap`: some 20 ms in all. */
export async function loadPrintFonts(
  read: (font: PrintFontName) => Promise<Uint8Array>,
): Promise<PrintFonts> {
  const loaded = await Promise.all(
    PRINT_FONT_FILES.map(async font => ({ ...font, bytes: await read(font) })),
  );
  const fonts = [...new Set(loaded.map(nameOf))].flatMap((name): PrintFont[] => {
    const files = loaded.filter(font => nameOf(font) === name);
    const regular = files[0];
    return regular === undefined
      ? []
      : [{ name, family: regular.family, characters: charactersOf(regular.bytes), files }];
  });
  const stack = (face: Face) => STACKS[face].flatMap(family => fonts.filter(font => font.family === family));
  return { serif: stack('serif'), sans: stack('sans'), mono: stack('mono') };
}

function nameOf({ family, subset }: PrintFontName): string {
  return `Valise ${family} ${subset}`;
}
