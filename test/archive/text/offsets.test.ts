import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RawCable } from '../../../archive/model/raw.ts';
import type { CableRecord } from '../../../archive/record.ts';
import { parseCable } from '../../../archive/text/index.ts';
import { Random } from '../../support/random.ts';
import { rawCable, rawCables } from '../../support/raw-cables.ts';
import { readTextCases } from '../../support/text-cases.ts';

/** The words of a piece of a body, whatever its line breaks are made of, without the publisher's signs. */
const words = (piece: string): string =>
  piece
    .replace(/&#(?:x0*[ad]|0*1[03]);|&nbsp;|[\u00b6\u200b\ufeff]/gi, ' ')
    .replace(/-\s+/g, '-')
    .replace(/&(amp|lt|gt|quot|apos);/g, '')
    .replace(/[&<>"']/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is wrong with the places that a record names; [] where each slices what it says. */
function wrongPlaces(record: CableRecord): string[] {
  const wrong: string[] = [];
  const { body } = record;
  const claim = (right: boolean, what: string, start: number, end: number): void => {
    if (!right) wrong.push(`${what}: ${JSON.stringify(body.slice(start, end).slice(0, 80))}`);
  };
  for (const { start, end, text, kind, id } of record.references) {
    const slice = body.slice(start, end);
    claim(words(slice) === words(text), `reference "${text}"`, start, end);
    const serial = id === null ? null : /\d+$/.exec(id)?.[0];
    claim(kind !== 'cable' || serial === null || /\d/.test(slice), `reference ${id}`, start, end);
  }
  let last = 0;
  for (const { start, end, number, mark, heading } of record.paragraphs) {
    const slice = words(body.slice(start, end));
    claim(start >= last && start < end, 'a paragraph in its order', start, end);
    last = end;
    if (number !== null) {
      const begins = new RegExp(`^(?:[([].{1,45}[)\\]] *)?[(]?0*${number}[A-Za-z]? ?[.)]?`);
      claim(begins.test(slice), `paragraph ${number}`, start, end);
    } else if (mark === null && heading !== null)
      claim(slice === words(heading), `heading ${heading}`, start, end);
    const marked = mark === null ? null : mark.replace(/\W/g, '');
    claim(
      marked === null || slice.toUpperCase().replace(/\W/g, '').includes(marked),
      `mark ${mark}`,
      start,
      end,
    );
  }
  for (const { start, end } of record.redactions) {
    claim(/^(?:X{4,}|x{5,})$/.test(body.slice(start, end)), 'redaction', start, end);
    claim(body[end] !== body[start] && body[start - 1] !== body[start], 'a whole redaction', start, end);
  }
  const debris =
    /^(?:\u00b6|&\S+;|NNNN\w*|=* ?CABLE ENDS ?=*|PAGE \d{2}.*|.*SECTION \d{2} OF \d{2}.*|[A-Z][A-Z. -]* \d{5,8} +\d{3}(?:\.\d)? OF \d{3})$/s;
  for (const { start, end } of record.debris)
    claim(debris.test(body.slice(start, end)), 'debris', start, end);
  for (const { code, start, end } of record.warnings) {
    if (start === null || end === null) continue;
    claim(start < end && end <= body.length, code, start, end);
    const slice = words(body.slice(start, end));
    if (code === 'truncated') claim(/^[a-z,-]$/.test(slice), code, start, end);
    if (code === 'classification-differs' || code === 'spliced')
      claim(/^[A-Za-z]/.test(slice), code, start, end);
  }
  return wrong.map(one => `${record.id} ${one}`);
}

/** The same cable as copies have it: with other line breaks, characters outside the plane, redactions, signs. */
function copies(raw: RawCable, random: Random): RawCable[] {
  const { body, header, published } = raw;
  const changed = body
    .replace('SUBJECT: ', 'SUBJECT: \u{1F30F} ')
    .replace(/\n(?=\d+\. )/g, () => (random.unit() < 0.5 ? '\n\u00b6' : '\n'))
    .replace(/(?<= )[A-Z][a-z]{5,9}(?= )/g, name => (random.unit() < 0.1 ? 'X'.repeat(12) : name));
  return [
    body,
    changed,
    changed.replaceAll('\n', '\r\n'),
    changed.replaceAll('\n', '&#x000A;'),
    changed.replace(/\s+/g, ' ').trim(),
    changed.slice(0, Math.floor(changed.length * random.unit())),
  ].map(text => rawCable(header, text, published));
}

describe('places in the body', () => {
  test('of 200 made cables, each in six kinds of copies, slice what they say', () => {
    const random = new Random(7);
    const wrong = [...rawCables(200)]
      .flatMap(raw => copies(raw, random))
      .flatMap(raw => wrongPlaces(parseCable(raw)));
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('of all cases by hand slice what they say', () => {
    const cases = readTextCases(join(import.meta.dirname, '../../fixtures/text'));
    const wrong = cases.flatMap(({ raw, name }) =>
      wrongPlaces(parseCable(raw)).map(one => `${name}: ${one}`),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
