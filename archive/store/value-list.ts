/** Values that many entries share, each once, by number; and the columns of such numbers. */
import type { PackedTexts } from '../model/columns.ts';
import { NumberColumn } from './growing.ts';
import { TextColumn } from './text-column.ts';

/** room for the value that is looked for */
let sought = Buffer.allocUnsafeSlow(256);

/** Writes a value where it can be looked for, and answers how many bytes it has. */
function seek(value: string): number {
  if (value.length * 3 > sought.length) sought = Buffer.allocUnsafeSlow(value.length * 3);
  return sought.write(value, 0);
}

/** A number for some bytes that differs for most others (FNV-1a). */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Values by number. Number 0 is '' and means "has none". */
export class ValueList {
  readonly texts = new TextColumn();
  /** numbers by their values' hash, 0 where there is none; made when a value is first looked for */
  #table: Uint32Array | null = null;
  readonly #decoded: string[] = [];

  constructor() {
    this.texts.push('');
  }

  get length(): number {
    return this.texts.length;
  }

  /** All values, each made a string when they are first asked for: for lists that are short. */
  get values(): readonly string[] {
    while (this.#decoded.length < this.length) this.#decoded.push(this.texts.at(this.#decoded.length));
    return this.#decoded;
  }

  at(code: number): string {
    return this.#decoded[code] ?? this.texts.at(code);
  }

  /** The number of a value, a new one where it has none yet. */
  code(value: string): number {
    if (value === '') return 0;
    const length = seek(value);
    return this.#codeOf(sought, 0, length, true);
  }

  /** The number of a value, or undefined where nothing has it. */
  find(value: string): number | undefined {
    if (value === '') return 0;
    const length = seek(value);
    return this.#codeOf(sought, 0, length, false) || undefined;
  }

  /** The number of a value by its bytes; where it has none, a new one or 0. */
  #codeOf(bytes: Uint8Array, from: number, to: number, add: boolean): number {
    const table = this.#roomy();
    const mask = table.length - 1;
    let slot = hashOf(bytes, from, to) & mask;
    for (let code = table[slot] ?? 0; code !== 0; code = table[slot] ?? 0) {
      if (this.texts.is(code, bytes, from, to)) return code;
      slot = (slot + 1) & mask;
    }
    if (!add) return 0;
    table[slot] = this.length;
    this.texts.pushBytes(bytes, from, to);
    return this.length - 1;
  }

  /** The table, at most half full. */
  #roomy(): Uint32Array {
    let table = this.#table;
    if (table !== null && this.length * 2 < table.length) return table;
    let slots = 64;
    while (slots < this.length * 3) slots *= 2;
    table = new Uint32Array(slots);
    const { bytes, starts } = this.texts.packed(0, this.length);
    for (let code = 1; code < this.length; code += 1) {
      let slot = hashOf(bytes, starts[code] ?? 0, starts[code + 1] ?? 0) & (slots - 1);
      while ((table[slot] ?? 0) !== 0) slot = (slot + 1) & (slots - 1);
      table[slot] = code;
    }
    this.#table = table;
    return table;
  }

  /** Takes in a list of its own kind, '' first; answers the code of each, or null where they are the same as before. */
  adopt(packed: PackedTexts): Uint32Array | null {
    const { bytes, starts } = packed;
    if (this.length === 1) {
      this.texts.append({ bytes, starts: starts.subarray(1) });
      return null;
    }
    const codes = new Uint32Array(starts.length - 1);
    for (let at = 1; at < codes.length; at += 1) {
      const from = starts[at] ?? 0;
      const to = starts[at + 1] ?? 0;
      codes[at] = from === to ? 0 : this.#codeOf(bytes, from, to, true);
    }
    return codes;
  }
}

/** One value an entry. */
export class CodeColumn {
  readonly list = new ValueList();
  readonly codes = new NumberColumn('u32');

  push(value: string): void {
    this.codes.push(this.list.code(value));
  }

  at(index: number): string {
    return this.list.at(this.codes.at(index));
  }
}

/** Any number of values an entry. */
export class ManyColumn {
  readonly list = new ValueList();
  readonly codes = new NumberColumn('u32');
  /** where the codes of each entry begin, and behind them where the last ones end */
  readonly starts = new NumberColumn('u32');

  constructor() {
    this.starts.push(0);
  }

  push(values: readonly string[]): void {
    for (const value of values) this.codes.push(this.list.code(value));
    this.starts.push(this.codes.length);
  }

  at(index: number): string[] {
    const values: string[] = [];
    for (let code = this.starts.at(index); code < this.starts.at(index + 1); code += 1) {
      values.push(this.list.at(this.codes.at(code)));
    }
    return values;
  }
}
