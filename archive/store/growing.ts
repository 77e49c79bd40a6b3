/** Columns that grow: numbers, checksums, codes into a list of values, lists of codes. What the catalogue is made of. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;
export type NumberType = 'u8' | 'u16' | 'u32' | 'i32';

const arrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;

function allocate(type: NumberType, length: number): Numbers {
  return new arrays[type](length);
}

/** A typed array that doubles when it is full. */
export class NumberColumn {
  readonly type: NumberType;
  #data: Numbers;
  length = 0;

  constructor(type: NumberType) {
    this.type = type;
    this.#data = allocate(type, 64);
  }

  #reserve(length: number): void {
    if (length <= this.#data.length) return;
    const larger = allocate(this.type, Math.max(length, this.#data.length * 2));
    larger.set(this.#data);
    this.#data = larger;
  }

  push(value: number): void {
    this.#reserve(this.length + 1);
    this.#data[this.length++] = value;
  }

  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** The entries at these places, in their order. Places that are simply 0, 1, 2... are copied in one go. */
  gather(places: Uint32Array, inOrder: boolean): Numbers {
    const data = this.#data;
    if (inOrder) return data.slice(0, places.length);
    const gathered = allocate(this.type, places.length);
    for (let at = 0; at < places.length; at += 1) gathered[at] = data[places[at] ?? 0] ?? 0;
    return gathered;
  }

  /** The bytes of entries from `from` to `to`, little-endian. */
  bytes(from: number, to: number): Buffer {
    const slice = this.#data.slice(from, to);
    return Buffer.from(slice.buffer, slice.byteOffset, slice.byteLength);
  }

  /** Appends entries from their bytes, as `bytes` gave them. */
  append(bytes: Buffer): void {
    const width = this.#data.BYTES_PER_ELEMENT;
    const count = Math.floor(bytes.length / width);
    this.#reserve(this.length + count);
    const target = new Uint8Array(this.#data.buffer, this.#data.byteOffset, this.#data.byteLength);
    target.set(bytes.subarray(0, count * width), this.length * width);
    this.length += count;
  }
}

/** Checksums of one width, given and answered in hex. */
export class ChecksumColumn {
  readonly #width: number;
  readonly #bytes = new NumberColumn('u8');

  constructor(width: number) {
    this.#width = width;
  }

  get length(): number {
    return this.#bytes.length / this.#width;
  }

  /** Appends the first bytes of a checksum in hex; what is missing counts as zero. */
  push(hex: string): void {
    this.#bytes.append(Buffer.from(hex.slice(0, this.#width * 2).padEnd(this.#width * 2, '0'), 'hex'));
  }

  at(index: number): string {
    return this.bytes(index, index + 1).toString('hex');
  }

  /** Whether the entries at both places are the same. */
  same(a: number, b: number): boolean {
    for (let byte = 0; byte < this.#width; byte += 1) {
      if (this.#bytes.at(a * this.#width + byte) !== this.#bytes.at(b * this.#width + byte)) return false;
    }
    return true;
  }

  bytes(from: number, to: number): Buffer {
    return this.#bytes.bytes(from * this.#width, to * this.#width);
  }

  append(bytes: Buffer): void {
    this.#bytes.append(bytes);
  }
}

/** Values, each once, by number. Number 0 is '' and means "has none". */
export class ValueList {
  readonly values: string[] = [''];
  /** made when it is first asked for: an archive that is only opened can often do without */
  #codes: Map<string, number> | null = null;

  #map(): Map<string, number> {
    this.#codes ??= new Map(this.values.map((value, code) => [value, code]));
    return this.#codes;
  }

  /** Takes in a list of its own kind, '' first; answers the code of each, or null where they are the same as before. */
  adopt(values: readonly string[]): Uint32Array | null {
    if (this.values.length > 1) return Uint32Array.from(values, value => this.code(value));
    for (const value of values.slice(1)) this.values.push(value);
    this.#codes = null;
    return null;
  }

  /** The number of a value, a new one where it has none yet. */
  code(value: string): number {
    const codes = this.#map();
    let code = codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      codes.set(value, code);
    }
    return code;
  }

  /** The number of a value, or undefined where nothing has it. */
  find(value: string): number | undefined {
    return this.#map().get(value);
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
    return this.list.values[this.codes.at(index)] ?? '';
  }
}

/** Any number of values an entry. */
export class ManyColumn {
  readonly list = new ValueList();
  readonly codes = new NumberColumn('u32');
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
      values.push(this.list.values[this.codes.at(code)] ?? '');
    }
    return values;
  }
}
