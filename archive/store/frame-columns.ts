/** What the catalogue keeps of every copy of a cable (a frame with or without text), in the order of writing. */
import { NO_DATE } from '../model/columns.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import { ChecksumColumn, NumberColumn } from './growing.ts';
import { TextColumn } from './text-column.ts';
import { CodeColumn, ManyColumn } from './value-list.ts';
import type { ValueList } from './value-list.ts';

/** Bits of the `flags` column. */
export const FrameFlag = {
  text: 1,
  partialYes: 2,
  partialNo: 4,
  redactedYes: 8,
  redactedNo: 16,
  warned: 32,
} as const;

/** Where a frame lies. */
export interface FrameLocation {
  pack: string;
  offset: number;
  headBytes: number;
  headerBytes: number;
  bodyBytes: number;
}

export interface FrameEntry extends FrameLocation {
  sequence: number;
  /** true for a record, which has its text; false for a sighting of a text that another frame has */
  text: boolean;
  receipt: string;
  /** SHA-256 of the exact text, hex */
  key: string;
  sameness: string;
  /** equal for the same place in the same source with the same published fields */
  fingerprint: string;
  /** how good a copy this is, see rank.ts */
  rank: number;
  fields: CatalogueFields;
}

export const numberNames = [
  'sequence',
  'offset',
  'headBytes',
  'headerBytes',
  'bodyBytes',
  'flags',
  'rank',
  'created',
  'released',
] as const;
export const checksumNames = ['key', 'sameness', 'fingerprint'] as const;
export const codeNames = ['pack', 'receipt', 'origin', 'classification', 'cable'] as const;
export const manyNames = ['tags', 'captions', 'signers', 'classifiers', 'references', 'aliases'] as const;
export const textNames = ['id', 'subject'] as const;

export class FrameColumns {
  readonly numbers = {
    sequence: new NumberColumn('u32'),
    offset: new NumberColumn('u32'),
    headBytes: new NumberColumn('u32'),
    headerBytes: new NumberColumn('u32'),
    bodyBytes: new NumberColumn('u32'),
    flags: new NumberColumn('u8'),
    rank: new NumberColumn('u16'),
    created: new NumberColumn('i32'),
    released: new NumberColumn('i32'),
  };
  readonly checksums = {
    key: new ChecksumColumn(32),
    sameness: new ChecksumColumn(16),
    fingerprint: new ChecksumColumn(8),
  };
  readonly codes = {
    pack: new CodeColumn(),
    receipt: new CodeColumn(),
    origin: new CodeColumn(),
    classification: new CodeColumn(),
    /** the canonical id */
    cable: new CodeColumn(),
  };
  readonly many = {
    tags: new ManyColumn(),
    captions: new ManyColumn(),
    signers: new ManyColumn(),
    classifiers: new ManyColumn(),
    references: new ManyColumn(),
    aliases: new ManyColumn(),
  };
  readonly texts = {
    /** the id as published, '' where that is the canonical one */
    id: new TextColumn(),
    subject: new TextColumn(),
  };

  get length(): number {
    return this.numbers.sequence.length;
  }

  /**
   * Takes room for so many frames at once; `bytesOf` tells how much there is of a column whose length does not follow
   * from that, as its part on disk names it. What is never filled takes no memory.
   */
  reserve(frames: number, bytesOf: (column: string) => number): void {
    const { numbers, checksums, codes, many, texts } = this;
    for (const name of numberNames) numbers[name].reserve(frames);
    for (const name of checksumNames) checksums[name].reserve(frames);
    const values = ({ texts: own }: ValueList, name: string) =>
      own.reserve(bytesOf(`${name} values starts`) >>> 2, bytesOf(`${name} values`));
    for (const name of codeNames) {
      codes[name].codes.reserve(frames);
      values(codes[name].list, name);
    }
    for (const name of manyNames) {
      many[name].starts.reserve(frames + 1);
      many[name].codes.reserve(bytesOf(name) >>> 2);
      values(many[name].list, name);
    }
    for (const name of textNames) texts[name].reserve(frames, bytesOf(name));
  }

  push(entry: FrameEntry): void {
    const { fields } = entry;
    const { numbers, checksums, codes, many, texts } = this;
    numbers.sequence.push(entry.sequence);
    numbers.offset.push(entry.offset);
    numbers.headBytes.push(entry.headBytes);
    numbers.headerBytes.push(entry.headerBytes);
    numbers.bodyBytes.push(entry.bodyBytes);
    numbers.flags.push(flagsOf(entry));
    numbers.rank.push(entry.rank);
    numbers.created.push(fields.created);
    numbers.released.push(fields.released);
    checksums.key.push(entry.key);
    checksums.sameness.push(entry.sameness);
    checksums.fingerprint.push(entry.fingerprint);
    codes.pack.push(entry.pack);
    codes.receipt.push(entry.receipt);
    codes.origin.push(fields.origin);
    codes.classification.push(fields.classification);
    codes.cable.push(fields.canonicalId);
    many.tags.push(fields.tags);
    many.captions.push(fields.captions);
    many.signers.push(fields.signers);
    many.classifiers.push(fields.classifier === '' ? [] : [fields.classifier]);
    many.references.push(fields.references);
    many.aliases.push(fields.aliases);
    const published = publishedIdentity(fields.id);
    texts.id.push(published === fields.canonicalId ? '' : published);
    texts.subject.push(fields.subject);
  }

  /** Appends a frame of other columns. */
  pushFrom(other: FrameColumns, frame: number): void {
    const { numbers, checksums, codes, many, texts } = this;
    for (const name of numberNames) numbers[name].push(other.numbers[name].at(frame));
    for (const name of checksumNames) checksums[name].push(other.checksums[name].at(frame));
    for (const name of codeNames) codes[name].push(other.codes[name].at(frame));
    for (const name of manyNames) many[name].push(other.many[name].at(frame));
    for (const name of textNames) texts[name].push(other.texts[name].at(frame));
  }

  /** The id as this copy published it. */
  publishedId(frame: number): string {
    return this.texts.id.at(frame) || this.codes.cable.at(frame);
  }

  /** Whether both copies published the same id; they are of one cable. */
  sameId(a: number, b: number): boolean {
    return this.texts.id.is(a, this.texts.id.bytesAt(b));
  }

  hasText(frame: number): boolean {
    return (this.numbers.flags.at(frame) & FrameFlag.text) !== 0;
  }

  location(frame: number): FrameLocation {
    const { numbers } = this;
    return {
      pack: this.codes.pack.at(frame),
      offset: numbers.offset.at(frame),
      headBytes: numbers.headBytes.at(frame),
      headerBytes: numbers.headerBytes.at(frame),
      bodyBytes: numbers.bodyBytes.at(frame),
    };
  }
}

/** An id as published, for comparing: without white space, in capitals, and without halves of characters. */
export function publishedIdentity(id: string): string {
  return id
    .replace(/\s+/gu, '')
    .toUpperCase()
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function flagsOf({ text, fields }: FrameEntry): number {
  const either = (value: boolean | null, yes: number, no: number) => (value === null ? 0 : value ? yes : no);
  return (
    (text ? FrameFlag.text : 0) |
    either(fields.partial, FrameFlag.partialYes, FrameFlag.partialNo) |
    either(fields.redacted, FrameFlag.redactedYes, FrameFlag.redactedNo) |
    (fields.warned ? FrameFlag.warned : 0)
  );
}

/** Minutes since 1970 as ISO 8601 in UTC with seconds, or null where there is no date. */
export function isoMinute(minutes: number): string | null {
  return minutes === NO_DATE ? null : new Date(minutes * 60_000).toISOString().replace('.000Z', 'Z');
}
