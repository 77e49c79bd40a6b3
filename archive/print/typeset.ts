/** Sets text in the fonts that the page carries: notes which are used, and spells out characters that none has. */
import type { Face, PrintFont, PrintFonts } from './fonts.ts';

/** Controls, bidirectional overrides, zero-width marks, lone surrogates: nothing that steers a page reaches it unseen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const COMBINED = /\p{M}/u;

export class Typesetter {
  readonly #fonts: PrintFonts;
  readonly #used: Record<Face, Map<PrintFont, Set<number>>>;
  readonly #missing = new Map<number, number>();
  readonly #homes: Record<Face, Map<number, PrintFont | null>> = {
    serif: new Map(),
    sans: new Map(),
    mono: new Map(),
  };

  constructor(fonts: PrintFonts) {
    this.#fonts = fonts;
    this.#used = { serif: new Map(), sans: new Map(), mono: new Map() };
  }

  /** The text as it can be shown in a face: what no font has stands as `[U+F0B7]`. Line breaks stay. */
  set(face: Face, text: string): string {
    if (!COMBINED.test(text)) return Array.from(text, character => this.#one(face, character)).join('');
    const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
    return [...clusters].map(({ segment }) => this.#cluster(face, segment)).join('');
  }

  /** The fonts that the text set so far needs in a face, in order of preference, each with the characters it is for. */
  used(face: Face): { font: PrintFont; characters: ReadonlySet<number> }[] {
    return this.#fonts[face].flatMap(font => {
      const characters = this.#used[face].get(font);
      return characters === undefined ? [] : [{ font, characters }];
    });
  }

  /** The characters that no font has, and how often each was met. */
  get missing(): ReadonlyMap<number, number> {
    return this.#missing;
  }

  #one(face: Face, character: string): string {
    if (character === '\n') return character;
    const code = character.codePointAt(0) ?? 0;
    let home = this.#homes[face].get(code);
    if (home === undefined) {
      home = UNSEEN.test(character) ? null : this.#home(face, [code]);
      this.#homes[face].set(code, home);
    }
    if (home === null) return this.#spelled(code);
    this.#use(face, home, [code]);
    return character;
  }

  /** A letter with its marks must come from one font, or the mark would stand beside its letter. */
  #cluster(face: Face, cluster: string): string {
    const marked = Array.from(cluster);
    if (marked.length === 1 || !COMBINED.test(cluster) || UNSEEN.test(cluster)) {
      return marked.map(character => this.#one(face, character)).join('');
    }
    const codes = Array.from(cluster.normalize('NFC'), character => character.codePointAt(0) ?? 0);
    const home = this.#home(face, codes);
    if (home !== null) {
      const written = marked.map(character => character.codePointAt(0) ?? 0);
      this.#use(face, home, [...codes, ...written]);
      return cluster;
    }
    return marked
      .map(character =>
        COMBINED.test(character) ? this.#spelled(character.codePointAt(0) ?? 0) : this.#one(face, character),
      )
      .join('');
  }

  #use(face: Face, font: PrintFont, codes: readonly number[]): void {
    const characters = this.#used[face].get(font) ?? new Set();
    for (const code of codes) characters.add(code);
    this.#used[face].set(font, characters);
  }

  #home(face: Face, codes: readonly number[]): PrintFont | null {
    return this.#fonts[face].find(font => codes.every(code => font.characters.has(code))) ?? null;
  }

  #spelled(code: number): string {
    this.#missing.set(code, (this.#missing.get(code) ?? 0) + 1);
    return spelledOut(code);
  }
}

/** `[U+F0B7]`: how a character that can't be shown is written. */
export function spelledOut(code: number): string {
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
