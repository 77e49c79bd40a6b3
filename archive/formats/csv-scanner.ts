/**
 * Finds the rows of `cables.csv`: every field in quotes, a quote inside escaped by a backslash (or doubled), newlines
 * inside fields, no header row. It looks at bytes only and holds one row at a time, so 1.7 GB pass in bounded memory.
 * csv-parse reads the same at a fifteenth of the speed and gives up at the first fault; here a damaged row is told and
 * reading goes on at the next beginning of a row.
 */
import type { ByteReader } from './byte-reader.ts';

export type CsvPiece =
  /** `bytes` are true until the next piece is asked for */
  | { kind: 'row'; row: number; bytes: Uint8Array }
  /** a row that is damaged or too long; `message` says how */
  | { kind: 'fault'; row: number; code: 'damaged-source' | 'too-large'; message: string };

export const columnsExpected = 8;

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;

/** How a row begins: number, date, and the quote of the third field, none of them escaped. */
const rowBeginning = /^"\d{1,9}","\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}","/;
const beginningLength = 48;

/** The rows of a table, in order; `rowLimit` is the longest row that is taken, in bytes. */
export async function* scanCsv(reader: ByteReader, rowLimit: number): AsyncGenerator<CsvPiece> {
  const window = new Window(reader);
  let row = 0;
  for (;;) {
    await window.skipBlankLines();
    if (window.atEnd) return;
    row++;
    const scan = await scanRow(window, rowLimit);
    if (scan.outcome === 'row' && scan.columns === columnsExpected && !scan.stray) {
      yield { kind: 'row', row, bytes: window.take(scan.length) };
      continue;
    }
    // Something is wrong with this row. Where another row begins inside it, it was torn and that one is whole.
    const inside = findBeginning(window.view(scan.length), 1);
    if (inside > 0) {
      yield { kind: 'fault', row, code: 'damaged-source', message: tornMessage };
      window.drop(inside);
    } else if (scan.outcome === 'row' && scan.columns === columnsExpected) {
      yield { kind: 'row', row, bytes: window.take(scan.length) };
    } else if (scan.outcome === 'row') {
      yield { kind: 'fault', row, code: 'damaged-source', message: columnsMessage(scan.columns) };
      window.drop(scan.length);
    } else if (scan.outcome === 'end') {
      yield { kind: 'fault', row, code: 'damaged-source', message: tornMessage };
      return;
    } else {
      const message = `The row is longer than ${rowLimit} bytes and was left out; reading went on at the next row.`;
      yield { kind: 'fault', row, code: 'too-large', message };
      await skipToBeginning(window);
    }
  }
}

const tornMessage =
  'The row breaks off before its end and was left out; get a whole copy of the file for it.';

function columnsMessage(columns: number): string {
  return `The row has ${columns} columns where cables.csv has ${columnsExpected}, and was left out.`;
}

interface RowScan {
  outcome: 'row' | 'end' | 'too-large';
  /** bytes of the row, its line end not counted */
  length: number;
  columns: number;
  /** a quote stood inside a field unescaped */
  stray: boolean;
}

async function scanRow(window: Window, rowLimit: number): Promise<RowScan> {
  const scan: RowScan = { outcome: 'row', length: 0, columns: 1, stray: false };
  let at = 0;
  let quoted = false;
  let fieldStart = 0;
  for (;;) {
    if (at > rowLimit) return { ...scan, outcome: 'too-large', length: Math.min(at, window.length) };
    if (!quoted) {
      if (at >= window.length && !(await window.more())) return { ...scan, length: at };
      if (at === fieldStart && window.byte(at) === quote) {
        quoted = true;
        at++;
        fieldStart = at;
        continue;
      }
      const byte = window.byte(at);
      if (byte === lineFeed || byte === carriageReturn) return { ...scan, length: at };
      at++;
      if (byte === comma) {
        scan.columns++;
        fieldStart = at;
      }
      continue;
    }
    const found = window.indexOf(quote, at);
    if (found < 0) {
      at = window.length;
      if (at > rowLimit) continue;
      if (!(await window.more())) return { ...scan, outcome: 'end', length: at };
      continue;
    }
    if (isEscaped(window, found, fieldStart)) {
      at = found + 1;
      continue;
    }
    if (found + 1 >= window.length && !(await window.more())) return { ...scan, length: found + 1 };
    const next = window.byte(found + 1);
    if (next === comma || next === lineFeed || next === carriageReturn) {
      quoted = false;
      at = found + 1;
      fieldStart = -1;
    } else {
      if (next !== quote) scan.stray = true;
      at = found + (next === quote ? 2 : 1);
    }
  }
}

function isEscaped(window: Window, at: number, fieldStart: number): boolean {
  let before = at - 1;
  while (before >= fieldStart && window.byte(before) === backslash) before--;
  return (at - 1 - before) % 2 === 1;
}

/** Where a row begins behind a line end in `bytes`, or -1. */
function findBeginning(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('\n"', from); at >= 0; at = bytes.indexOf('\n"', at + 1)) {
    const digit = bytes[at + 2] ?? 0;
    if (digit < 0x30 || digit > 0x39) continue;
    if (rowBeginning.test(bytes.toString('latin1', at + 1, at + 1 + beginningLength))) return at + 1;
  }
  return -1;
}

async function skipToBeginning(window: Window): Promise<void> {
  for (;;) {
    const found = findBeginning(window.view(window.length), 1);
    if (found > 0) {
      window.drop(found);
      return;
    }
    window.drop(Math.max(0, window.length - beginningLength));
    if (!(await window.more())) {
      window.drop(window.length);
      return;
    }
  }
}

/** The bytes that are being looked at: what was read and not yet taken. Offsets are from its beginning. */
class Window {
  readonly #reader: ByteReader;
  #buffer: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #ended = false;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  get length(): number {
    return this.#end - this.#start;
  }

  get atEnd(): boolean {
    return this.#ended && this.length === 0;
  }

  byte(at: number): number {
    return this.#buffer[this.#start + at] ?? 0;
  }

  indexOf(byte: number, from: number): number {
    const found = this.#buffer.indexOf(byte, this.#start + from);
    return found < 0 || found >= this.#end ? -1 : found - this.#start;
  }

  view(length: number): Buffer {
    return this.#buffer.subarray(this.#start, this.#start + length);
  }

  /** Without copying: true until more is read. */
  take(length: number): Uint8Array {
    const bytes = this.view(length);
    this.drop(length);
    return bytes;
  }

  drop(length: number): void {
    this.#start += length;
  }

  /** Reads on; false at the end. Memory grows with the row that is being looked at only. */
  async more(): Promise<boolean> {
    const chunk = await this.#reader.next();
    if (chunk === null) {
      this.#ended = true;
      return false;
    }
    const held = this.length;
    const wanted = held + chunk.length;
    if (wanted > this.#buffer.length) {
      const roomy = Buffer.allocUnsafe(wanted * 2);
      this.#buffer.copy(roomy, 0, this.#start, this.#end);
      this.#buffer = roomy;
    } else if (this.#end + chunk.length > this.#buffer.length) {
      this.#buffer.copyWithin(0, this.#start, this.#end);
    } else {
      chunk.copy(this.#buffer, this.#end);
      this.#end += chunk.length;
      this.#reader.release(chunk);
      return true;
    }
    this.#start = 0;
    chunk.copy(this.#buffer, held);
    this.#end = wanted;
    this.#reader.release(chunk);
    return true;
  }

  async skipBlankLines(): Promise<void> {
    for (;;) {
      if (this.length === 0 && !(await this.more())) return;
      const byte = this.byte(0);
      if (byte !== lineFeed && byte !== carriageReturn) return;
      this.#start++;
    }
  }
}
