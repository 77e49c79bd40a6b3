/**
 * Copies of cables on their way back from a clerk: numbers in columns, and every different value once. As objects they
 * would cost the importing thread, which all others wait for, most of its time.
 */
import type { CatalogueFields } from '../model/catalogue.ts';
import type { PreparedCopy } from '../store/copy.ts';

const single = ['id', 'canonicalId', 'origin', 'classification', 'subject', 'classifier'] as const;
const several = ['tags', 'captions', 'signers', 'references', 'aliases'] as const;
const checksums = ['key', 'sameness', 'fingerprint'] as const;

/** Prepared copies, in order. */
export interface CopyColumns {
  copies: number;
  /** for each copy NUMBERS, in the order in which `CopyWriter.push` writes them */
  numbers: Int32Array<ArrayBuffer>;
  /** the numbers of the values that the lists of all copies hold, end to end */
  lists: Int32Array<ArrayBuffer>;
  /** every value of the batch, each once */
  values: string[];
  /** for each copy its three checksums, in hex */
  checksums: string[];
}

const OWN_NUMBERS = 10;
const NUMBERS = OWN_NUMBERS + single.length + several.length;
const FIRST_COPIES = 256;

const Answer = { none: 0, yes: 1, no: 2 } as const;
const answerOf = (value: boolean | null) => (value === null ? Answer.none : value ? Answer.yes : Answer.no);
const valueOf = (answer: number) => (answer === Answer.none ? null : answer === Answer.yes);

/** Room for numbers that grows. */
class Numbers {
  #numbers: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(room: number) {
    this.#numbers = new Int32Array(room);
  }

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.length++] = number;
  }

  all(): Int32Array<ArrayBuffer> {
    return this.#numbers.slice(0, this.length);
  }
}

/** Writes copies into columns. */
export class CopyWriter {
  readonly #numbers = new Numbers(FIRST_COPIES * NUMBERS);
  readonly #lists = new Numbers(FIRST_COPIES * several.length);
  readonly #values: string[] = [];
  readonly #codes = new Map<string, number>();
  readonly #checksums: string[] = [];

  #code(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codes.set(value, code);
    }
    return code;
  }

  push(copy: PreparedCopy): void {
    const { fields, text, description } = copy;
    const numbers = this.#numbers;
    numbers.push(text.at);
    numbers.push(text.length);
    numbers.push(copy.headerBytes);
    numbers.push(copy.bodyBytes);
    numbers.push(description.at);
    numbers.push(description.length);
    numbers.push(copy.rank);
    numbers.push(fields.created);
    numbers.push(fields.released);
    numbers.push(answerOf(fields.partial) | (answerOf(fields.redacted) << 2) | (fields.warned ? 16 : 0));
    for (const name of single) numbers.push(this.#code(fields[name]));
    for (const name of several) {
      for (const value of fields[name]) this.#lists.push(this.#code(value));
      numbers.push(this.#lists.length);
    }
    for (const name of checksums) this.#checksums.push(copy[name]);
  }

  columns(): CopyColumns {
    return {
      copies: this.#numbers.length / NUMBERS,
      numbers: this.#numbers.all(),
      lists: this.#lists.all(),
      values: this.#values,
      checksums: this.#checksums,
    };
  }
}

/** Reads copies out of their columns, one after the other. */
export class CopyReader {
  readonly #columns: CopyColumns;
  #at = 0;
  #listed = 0;
  #copy = 0;

  constructor(columns: CopyColumns) {
    this.#columns = columns;
  }

  #number(): number {
    return this.#columns.numbers[this.#at++] ?? 0;
  }

  #value(): string {
    return this.#columns.values[this.#number()] ?? '';
  }

  #list(): string[] {
    const { lists, values } = this.#columns;
    const list: string[] = [];
    const end = this.#number();
    while (this.#listed < end) list.push(values[lists[this.#listed++] ?? 0] ?? '');
    return list;
  }

  /** The next copy. Ask no more often than there are copies. */
  next(): PreparedCopy {
    const text = { at: this.#number(), length: this.#number() };
    const headerBytes = this.#number();
    const bodyBytes = this.#number();
    const description = { at: this.#number(), length: this.#number() };
    const rank = this.#number();
    const fields = this.#fields();
    const { checksums: sums } = this.#columns;
    const first = this.#copy * checksums.length;
    this.#copy += 1;
    return {
      fields,
      key: sums[first] ?? '',
      sameness: sums[first + 1] ?? '',
      fingerprint: sums[first + 2] ?? '',
      rank,
      text,
      headerBytes,
      bodyBytes,
      description,
    };
  }

  /** In the order in which they were written: what an object literal evaluates from top to bottom. */
  #fields(): CatalogueFields {
    const created = this.#number();
    const released = this.#number();
    const flags = this.#number();
    return {
      created,
      released,
      partial: valueOf(flags & 3),
      redacted: valueOf((flags >> 2) & 3),
      warned: (flags & 16) !== 0,
      id: this.#value(),
      canonicalId: this.#value(),
      origin: this.#value(),
      classification: this.#value(),
      subject: this.#value(),
      classifier: this.#value(),
      tags: this.#list(),
      captions: this.#list(),
      signers: this.#list(),
      references: this.#list(),
      aliases: this.#list(),
    };
  }
}
