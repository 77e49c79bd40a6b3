/** A font's ToUnicode map: which text its codes stand for. */
import { stringBytes } from './operations.ts';

export interface CodeMap {
  /** bytes of a code */
  width: number;
  texts: ReadonlyMap<number, string>;
}

/** Reads a ToUnicode CMap as Chromium writes them (`bfchar` and `bfrange`). */
export function readToUnicode(cmap: string): CodeMap {
  const texts = new Map<number, string>();
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<([\da-f]+)>\s*(<[\da-f]*>)/gi)) {
      texts.set(Number.parseInt(code, 16), unicode(text));
    }
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    readRanges(section, texts);
  const space = /begincodespacerange\s*<([\da-f]+)>/i.exec(cmap)?.[1] ?? '0000';
  return { width: space.length / 2, texts };
}

function readRanges(section: string, texts: Map<number, string>): void {
  const ranges = section.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(<[\da-f]*>|\[[^\]]*\])/gi);
  for (const [, low = '', high = '', target = ''] of ranges) {
    const first = Number.parseInt(low, 16);
    const last = Number.parseInt(high, 16);
    if (target.startsWith('[')) {
      const listed = target.match(/<[\da-f]*>/gi) ?? [];
      for (const [index, text] of listed.entries()) texts.set(first + index, unicode(text));
      continue;
    }
    const text = unicode(target);
    const end = text.charCodeAt(text.length - 1);
    for (let code = first; code <= last; code++) {
      texts.set(code, text.slice(0, -1) + String.fromCharCode(end + code - first));
    }
  }
}

function unicode(hexadecimal: string): string {
  return utf16(stringBytes(hexadecimal));
}

/** UTF-16 in the order of PDF, as a string. */
export function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
}

/** The text of shown bytes. Throws on code 0: a character that the font doesn't have was printed as an empty box. */
export function decoded(bytes: string, font: CodeMap | undefined): string {
  const width = font?.width ?? 1;
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1) : bytes.charCodeAt(at);
    if (width === 2 && code === 0) throw new Error('a character was printed that its font does not have');
    text += font?.texts.get(code) ?? '';
  }
  return text;
}
