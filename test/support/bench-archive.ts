/** Builds an index of generated cables on disk, and opens it again in another process, for the bench of the search. */
import { closeSync, openSync, readSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { SegmentBuilder, SEGMENT_BYTES } from '../../archive/search/index.ts';
import type { SegmentInfo } from '../../archive/search/index.ts';
import { Flag, NO_DATE, type Columns, type RowText, type TextReader } from '../../archive/model/columns.ts';
import { generateCables, type GeneratedCable } from './generate-cables.ts';

export interface Built {
  segments: SegmentInfo[];
  textBytes: number;
  indexBytes: number;
  /** seconds of inverting and writing on one thread, and of making the cables up */
  invertSeconds: number;
  generateSeconds: number;
  builderRss: number;
}

interface Kept {
  ids: string[];
  subjects: string[];
  origins: { codes: Uint16Array; values: string[] };
  classifications: { codes: Uint16Array; values: string[] };
  tags: { starts: Uint32Array; codes: Uint32Array; values: string[] };
  captions: { starts: Uint32Array; codes: Uint32Array; values: string[] };
  signers: { starts: Uint32Array; codes: Uint32Array; values: string[] };
  references: { starts: Uint32Array; codes: Uint32Array; values: string[] };
  created: Int32Array;
  /** for each row where its header and its body begin in the text file, and where the body ends */
  places: Float64Array;
}

class Coder {
  private readonly known = new Map<string, number>([['', 0]]);
  readonly codes: number[] = [];
  readonly starts: number[] = [0];

  add(...values: string[]): void {
    for (const value of values) {
      let code = this.known.get(value);
      if (code === undefined) this.known.set(value, (code = this.known.size));
      this.codes.push(code);
    }
    this.starts.push(this.codes.length);
  }

  get values(): string[] {
    return [...this.known.keys()];
  }

  get coded() {
    return { codes: Uint16Array.from(this.codes), values: this.values };
  }

  get listed() {
    return {
      starts: Uint32Array.from(this.starts),
      codes: Uint32Array.from(this.codes),
      values: this.values,
    };
  }
}

/** A part of a text on its own: a slice would keep all of the text in memory. */
function copied(part: string): string {
  return Buffer.from(part).toString();
}

/** Makes up `count` cables, writes their text and the index of it into the folder. `see` is shown every cable. */
export async function buildBenchArchive(
  folder: string,
  count: number,
  see: (cable: GeneratedCable) => void,
): Promise<Built> {
  const text = openSync(join(folder, 'text.txt'), 'w');
  const builder = new SegmentBuilder();
  const segments: SegmentInfo[] = [];
  const [origins, classes, tags, captions, signers, references] = Array.from(
    { length: 6 },
    () => new Coder(),
  );
  const ids: string[] = [];
  const subjects: string[] = [];
  const created = new Int32Array(count).fill(NO_DATE);
  const places = new Float64Array(count * 3);
  let at = 0;
  let invert = 0;
  let builderRss = 0;
  const started = performance.now();
  const finish = async () => {
    builderRss = Math.max(builderRss, process.memoryUsage().rss);
    segments.push(await builder.finish(folder, `s${segments.length}`));
  };
  let row = 0;
  for (const cable of generateCables(count)) {
    see(cable);
    const subject = copied(/^SUBJECT: (.*)/m.exec(cable.body)?.[1] ?? '');
    const header = Buffer.from(cable.header);
    const body = Buffer.from(cable.body);
    writeSync(text, header);
    writeSync(text, body);
    places.set([at, at + header.length, at + header.length + body.length], row * 3);
    at += header.length + body.length;
    ids.push(cable.id);
    subjects.push(subject);
    created[row] = Date.parse(`${cable.created} UTC`) / 60_000;
    origins!.add(cable.origin);
    classes!.add(cable.classification);
    tags!.add(...copied(/^TAGS: (.*)/m.exec(cable.body)?.[1] ?? '').split(', '));
    captions!.add('SIPDIS');
    signers!.add(copied(cable.body.trimEnd().split('\n').at(-1) ?? ''));
    references!.add(...cable.references.split('|').filter(id => id !== ''));
    const before = performance.now();
    builder.add(row++, { subject, header: cable.header, body: cable.body });
    if (builder.bytes >= SEGMENT_BYTES) await finish();
    invert += performance.now() - before;
  }
  const before = performance.now();
  if (builder.size > 0) await finish();
  invert += performance.now() - before;
  closeSync(text);
  const generated = performance.now() - started - invert;
  const kept: Kept = {
    ids,
    subjects,
    created,
    places,
    origins: origins!.coded,
    classifications: classes!.coded,
    tags: tags!.listed,
    captions: captions!.listed,
    signers: signers!.listed,
    references: references!.listed,
  };
  writeFileSync(join(folder, 'columns.bin'), serialize(kept));
  const indexBytes = segments.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    segments,
    textBytes: at,
    indexBytes,
    invertSeconds: invert / 1000,
    generateSeconds: generated / 1000,
    builderRss,
  };
}

/** The columns and the text of what was built. */
export function openBenchArchive(folder: string): { columns: Columns; texts: TextReader } {
  const kept: Kept = deserialize(readFileSync(join(folder, 'columns.bin')));
  const { ids, places } = kept;
  const count = ids.length;
  const numbers = new Map(ids.map((id, cable) => [id, cable]));
  const handle = openSync(join(folder, 'text.txt'), 'r');
  const columns: Columns = {
    rows: count,
    cables: count,
    cable: Uint32Array.from({ length: count }, (_, row) => row),
    flags: new Uint8Array(count).fill(Flag.shown | Flag.partialNo | Flag.redactedNo),
    created: kept.created,
    released: new Int32Array(count).fill(NO_DATE),
    origin: kept.origins,
    classification: kept.classifications,
    tags: kept.tags,
    captions: kept.captions,
    signers: kept.signers,
    classifiers: { starts: new Uint32Array(count + 1), codes: new Uint32Array(0), values: [''] },
    references: kept.references,
    cableId: cable => ids[cable] ?? '',
    findCable: id => numbers.get(id.toUpperCase()) ?? null,
    rowsOf: cable => [cable],
    subject: row => kept.subjects[row] ?? '',
    key: row => row.toString(16).padStart(64, '0'),
  };
  const slice = (from: number, to: number) => {
    const buffer = Buffer.allocUnsafe(to - from);
    readSync(handle, buffer, 0, to - from, from);
    return buffer.toString('utf8');
  };
  const textOf = (row: number): RowText => {
    const [start = 0, middle = 0, end = 0] = places.subarray(row * 3, row * 3 + 3);
    return { subject: kept.subjects[row] ?? '', header: slice(start, middle), body: slice(middle, end) };
  };
  return { columns, texts: { texts: async rows => rows.map(textOf) } };
}

/** The size of the text file in bytes. */
export function textBytes(folder: string): number {
  return statSync(join(folder, 'text.txt')).size;
}
