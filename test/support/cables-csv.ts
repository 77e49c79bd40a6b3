/** Writes generated cables as the rows of `cables.csv`: all fields quoted, a quote inside escaped by a backslash. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GenerateOptions, GeneratedCable } from './generate-cables.ts';
import { generateCables } from './generate-cables.ts';

const CHUNK = 1 << 20;

/** One row with its line end. */
export function csvRow(cable: GeneratedCable): string {
  const text = `${quoted(cable.header)},${quoted(cable.body)}`;
  return `"${cable.number}","${cable.created}","${cable.id}","${cable.origin}","${cable.classification}","${cable.references}",${text}\n`;
}

/** Writes `count` generated cables to a file: about 6.5 KB each. */
export async function writeCablesCsv(
  file: string,
  count: number,
  options: GenerateOptions = {},
): Promise<void> {
  await pipeline(Readable.from(csvChunks(count, options)), createWriteStream(file));
}

/** The file's text in pieces of about a megabyte, for programs that stream it elsewhere. */
export function* csvChunks(count: number, options: GenerateOptions = {}): Generator<string> {
  let rows: string[] = [];
  let length = 0;
  for (const cable of generateCables(count, options)) {
    const row = csvRow(cable);
    rows.push(row);
    length += row.length;
    if (length >= CHUNK) {
      yield rows.join('');
      rows = [];
      length = 0;
    }
  }
  yield rows.join('');
}

function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '\\"') : text}"`;
}
