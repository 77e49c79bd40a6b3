/** Which characters a WOFF2 font has: its `cmap` table, read from the compressed file. */
import { brotliDecompressSync } from 'node:zlib';

const CMAP = 0; // the index of `cmap` among WOFF2's known table tags (WOFF2, table 1)
const KNOWN_TAGS = 63;
const GLYF = 10;
const LOCA = 11;

/** The code points that a WOFF2 font maps to a glyph. Throws on what is no WOFF2 font with a `cmap`. */
export function charactersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (view.getUint32(0) !== 0x774f4632) throw new Error('not a WOFF2 font');
  const tables = view.getUint16(12);
  const compressed = view.getUint32(20);
  let at = 48;
  let offset = 0;
  let cmap: { start: number; end: number } | null = null;
  const base128 = () => {
    let value = 0;
    for (let digits = 0; digits < 5; digits++) {
      const byte = view.getUint8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) break;
    }
    return value;
  };
  for (let table = 0; table < tables; table++) {
    const flags = view.getUint8(at++);
    const tag = flags & 63;
    if (tag === KNOWN_TAGS) at += 4;
    const original = base128();
    // glyf and loca are transformed where the version is 0, every other table where it is not
    const transformed = tag === GLYF || tag === LOCA ? flags >> 6 === 0 : flags >> 6 !== 0;
    const length = transformed ? base128() : original;
    if (tag === CMAP) cmap = { start: offset, end: offset + length };
    offset += length;
  }
  if (cmap === null) throw new Error('a font without a cmap');
  const data = brotliDecompressSync(font.subarray(at, at + compressed));
  return readCmap(new DataView(data.buffer, data.byteOffset + cmap.start, cmap.end - cmap.start));
}

/** Reads the Unicode subtables (formats 4 and 12, the two that fonts carry today). */
function readCmap(view: DataView): Set<number> {
  const characters = new Set<number>();
  for (let index = 0; index < view.getUint16(2); index++) {
    const platform = view.getUint16(4 + index * 8);
    const encoding = view.getUint16(6 + index * 8);
    const start = view.getUint32(8 + index * 8);
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const format = view.getUint16(start);
    if (format === 4) readFormat4(view, start, characters);
    if (format === 12) readFormat12(view, start, characters);
  }
  return characters;
}

function readFormat4(view: DataView, start: number, characters: Set<number>): void {
  const double = view.getUint16(start + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const last = view.getUint16(start + 14 + segment);
    const first = view.getUint16(start + 16 + double + segment);
    const delta = view.getUint16(start + 16 + 2 * double + segment);
    const rangeAt = start + 16 + 3 * double + segment;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) characters.add(code);
    }
  }
}

function readFormat12(view: DataView, start: number, characters: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let group = 0; group < groups; group++) {
    const at = start + 16 + group * 12;
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code++) characters.add(code);
  }
}
