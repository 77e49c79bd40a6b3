/** Columns of numbers and of checksums that grow. Their memory is typed arrays, which a view can share. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;
export type NumberType = 'u8' | 'u16' | 'u32' | 'i32';

const arrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;

function allocate(type: NumberType, length: number): Numbers {
  return new arrays[type](length);
}

/** So much room is taken when there is none left: a quarter more, since a full archive's columns are large. */
export function grown(needed: number, before: number): number {
  return Math.max(needed, before + (before >> 2) + 64);
}

/** The same memory as 32-bit numbers without a sign, which columns of four bytes are. */
export function unsigned(numbers: Numbers): Uint32Array {
  return new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
}

/** A typed array that grows at its end. What stands in it stays where it is, or goes along to a larger one. */
export class NumberColumn {
  readonly type: NumberType;
  #data: Numbers;
  length = 0;

  constructor(type: NumberType) {
    this.type = type;
    this.#data = allocate(type, 0);
  }

  /** Bytes an entry. */
  get width(): number {
    return this.#data.BYTES_PER_ELEMENT;
  }

  /** Takes room for so many entries at once. */
  reserve(length: number): void {
    if (length <= this.#data.length) return;
    const larger = allocate(this.type, length);
    larger.set(this.#data.subarray(0, this.length));
    this.#data = larger;
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.reserve(grown(this.length + 1, this.length));
    this.#data[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** The first entries, sharing their memory: true as long as none of them is `set`. */
  first(count: number): Numbers {
    return this.#data.subarray(0, Math.min(count, this.length));
  }

  /** The entries at these places, in their order. */
  gather(places: Uint32Array): Numbers {
    const data = this.#data;
    const gathered = allocate(this.type, places.length);
    for (let at = 0; at < places.length; at += 1) gathered[at] = data[places[at] ?? 0] ?? 0;
    return gathered;
  }

  /** The bytes of entries from `from` to `to`, little-endian; they share the column's memory. */
  bytes(from: number, to: number): Buffer {
    const slice = this.#data.subarray(from, to);
    return Buffer.from(slice.buffer, slice.byteOffset, slice.byteLength);
  }

  /** Appends entries from their bytes, as `bytes` gave them. */
  append(bytes: Uint8Array): void {
    const width = this.#data.BYTES_PER_ELEMENT;
    const count = Math.floor(bytes.length / width);
    if (this.length + count > this.#data.length) this.reserve(grown(this.length + count, this.length));
    const target = new Uint8Array(this.#data.buffer, this.#data.byteOffset, this.#data.byteLength);
    target.set(bytes.subarray(0, count * width), this.length * width);
    this.length += count;
  }
}

/** Checksums of one width, given and answered in hex. */
export class ChecksumColumn {
  readonly width: number;
  readonly #bytes = new NumberColumn('u8');

  /** `width` in bytes. */
  constructor(width: number) {
    this.width = width;
  }

  get length(): number {
    return this.#bytes.length / this.width;
  }

  reserve(length: number): void {
    this.#bytes.reserve(length * this.width);
  }

  /** Appends the first bytes of a checksum in hex; what is missing counts as zero. */
  push(hex: string): void {
    this.#bytes.append(Buffer.from(hex.slice(0, this.width * 2).padEnd(this.width * 2, '0'), 'hex'));
  }

  at(index: number): string {
    return this.bytes(index, index + 1).toString('hex');
  }

  /** Whether the entries at both places are the same. */
  same(a: number, b: number): boolean {
    return this.bytes(a, a + 1).equals(this.bytes(b, b + 1));
  }

  bytes(from: number, to: number): Buffer {
    return this.#bytes.bytes(from * this.width, to * this.width);
  }

  append(bytes: Uint8Array): void {
    this.#bytes.append(bytes);
  }
}
