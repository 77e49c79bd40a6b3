import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_DATE } from '../../../archive/model/columns.ts';
import { CableRecordSchema } from '../../../archive/record.ts';
import { parseCable, readForCatalogue } from '../../../archive/text/index.ts';
import { readAll, readTextCases } from '../../support/text-cases.ts';

const cases = readTextCases(join(import.meta.dirname, '../../fixtures/text'));

describe('cables by hand', () => {
  test('there are at least 150, each marked as made up', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    for (const { raw, name } of cases) expect(`${raw.header}${raw.body}`, name).toContain('GENERATED');
  });

  test('every field is read as a person reads it', () => {
    const read = readAll(cases);
    const table = new Map<string, { cases: number; right: number }>();
    for (const { field, expected, read: found } of read) {
      const row = table.get(field) ?? { cases: 0, right: 0 };
      row.cases++;
      if (found === expected) row.right++;
      table.set(field, row);
    }
    console.table(Object.fromEntries([...table].sort(([a], [b]) => a.localeCompare(b))));
    const wrong = read
      .filter(one => one.read !== one.expected)
      .map(one => `${one.at.file}: ${one.at.name}\n  ${one.field} = ${one.expected}\n  read:  ${one.read}`);
    expect(wrong.join('\n')).toBe('');
  });

  test('records fit their schema, and header and body come back as given', () => {
    for (const { raw, name } of cases) {
      const record = parseCable(raw);
      expect(CableRecordSchema.safeParse(record).error, name).toBeUndefined();
      expect([record.header, record.body]).toEqual([raw.header, raw.body]);
    }
  });

  test('the catalogue says what the record says', () => {
    for (const { raw, name } of cases) {
      const record = parseCable(raw);
      const fields = readForCatalogue(raw);
      const minutes = (iso: string | null): number =>
        iso === null ? NO_DATE : Math.floor(Date.parse(iso) / 60_000);
      expect(fields, name).toEqual({
        id: record.id,
        canonicalId: record.canonicalId,
        aliases: record.aliases,
        created: minutes(record.created),
        released: minutes(record.released),
        origin: record.origin ?? '',
        classification: record.classification ?? '',
        subject: record.subject ?? '',
        tags: record.tags,
        captions: record.captions,
        signers: record.signers,
        classifier: record.classifiedBy?.name ?? '',
        references: [...new Set(record.references.map(r => r.id).filter(id => id !== null))],
        partial: record.partial,
        redacted: record.redacted,
        warned: record.warnings.length > 0,
      });
    }
  });
});
