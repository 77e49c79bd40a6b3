import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyReader, CopyWriter } from '../../../archive/import/copy-columns.ts';
import { Gathering, frameAt, framesIn, placeAt, sourceAt } from '../../../archive/import/frame-batch.ts';
import type { Prepared } from '../../../archive/import/prepare.ts';
import { AnswerReader, Answering } from '../../../archive/import/prepared-batch.ts';
import type { PreparedCopy } from '../../../archive/store/copy.ts';

const natural = fc.integer({ min: 0, max: 0x7fff_ffff });
const minutes = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('', 'PREL', 'PHUM'));
const texts = fc.array(text, { maxLength: 4 });
const unsure = fc.constantFrom(true, false, null);
const piece = fc.record({ at: natural, length: natural });
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(all => Buffer.from(all).toString('hex'));

const copies: fc.Arbitrary<PreparedCopy> = fc.record({
  fields: fc.record({
    id: text,
    canonicalId: text,
    aliases: texts,
    created: minutes,
    released: minutes,
    origin: text,
    classification: text,
    subject: text,
    tags: texts,
    captions: texts,
    signers: texts,
    classifier: text,
    references: texts,
    partial: unsure,
    redacted: unsure,
    warned: fc.boolean(),
  }),
  key: hex(32),
  sameness: hex(32),
  fingerprint: hex(8),
  rank: fc.integer({ min: 0, max: 0xffff }),
  text: piece,
  headerBytes: natural,
  bodyBytes: natural,
  description: piece,
});

describe('copies in columns', () => {
  it('are read as they were written, as other threads get them', () => {
    fc.assert(
      fc.property(fc.array(copies, { maxLength: 40 }), written => {
        const writer = new CopyWriter();
        for (const copy of written) writer.push(copy);
        const columns = structuredClone(writer.columns());
        const reader = new CopyReader(columns);
        expect(columns.copies).toBe(written.length);
        expect(written.map(() => reader.next())).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });
});

const block = () => new SharedArrayBuffer(64);
const context = { imported: 'now', receipt: 'receipt', sourceSha256: null };
const places = fc.record({
  file: fc.constantFrom('a.csv', 'b.zip'),
  member: fc.constantFrom(null, 'one', 'two'),
  row: fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: null }),
});
const items: fc.Arbitrary<Prepared> = fc.oneof(
  fc.record({
    kind: fc.constant('copy' as const),
    copy: copies,
    place: places,
    doubt: fc.constantFrom(null, { code: 'page-torn', message: 'GENERATED doubt' }),
  }),
  fc.record({
    kind: fc.constant('refusal' as const),
    refusal: fc.record({ code: fc.constant('no-id' as const), message: text, place: places }),
  }),
);

describe('a batch of frames', () => {
  it('gives back each frame, and what a clerk said of it', () => {
    const frames = fc.record({
      source: fc.integer({ min: 0, max: 3 }),
      place: places,
      bytes: fc.uint8Array({ maxLength: 50 }),
      prepared: fc.array(items, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(frames, { maxLength: 300 }), given => {
        const gathering = new Gathering(block());
        const framing = {
          kind: 'frame',
          format: 'csv',
          context: { encoding: 'unknown', assumed: false },
        } as const;
        for (const [end, { source, place, bytes }] of given.entries())
          gathering.add({ ...framing, source, place, bytes, end }, context);
        const batch = structuredClone(gathering.batch(block()));
        expect(framesIn(batch)).toBe(given.length);
        const answering = new Answering(batch);
        for (const [index, { source, place, bytes, prepared }] of given.entries()) {
          expect(sourceAt(batch, index)).toBe(source);
          expect(placeAt(batch, index)).toEqual(place);
          expect([...frameAt(batch, index).framed.bytes]).toEqual([...bytes]);
          answering.add(prepared);
        }
        const reader = new AnswerReader(batch, structuredClone(answering.finish(new Uint8Array())));
        expect(given.map(() => reader.next())).toEqual(given.map(({ prepared }) => prepared));
      }),
      { numRuns: 40 },
    );
  });
});
