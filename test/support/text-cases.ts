/**
 * Cases of text and what is to be read in it, written by hand in a small text format (test/fixtures/text/*.cases):
 *
 *   # name of the case
 *   @ published-field value          (any number; `@ id` is 05HANOI841 unless given)
 *   @header                          (optional) the lines of the header block
 *   @body                            the lines of the body
 *   @expect                          `field = what is read`, one a line; lists are parted by ` | `, `-` is none
 *   @expect flowed too               the same must be read when every line break has become a space
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CableRecord, Recipient } from '../../archive/record.ts';
import { parseCable } from '../../archive/text/index.ts';
import type { RawCable } from '../../archive/model/raw.ts';
import { rawCable } from './raw-cables.ts';

export interface TextCase {
  file: string;
  name: string;
  raw: RawCable;
  expected: [field: string, value: string][];
}

/** All cases of a folder; those that say `flowed too` come twice. */
export function readTextCases(folder: string): TextCase[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.cases'))
    .sort()
    .flatMap(file =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^# /m)
        .slice(1)
        .flatMap(text => readCase(file, text)),
    );
}

function readCase(file: string, text: string): TextCase[] {
  const published: Record<string, string> = { id: '05HANOI841' };
  const parts: Record<'header' | 'body' | 'expect', string[]> = { header: [], body: [], expect: [] };
  let into: string[] | null = null;
  let flowed = false;
  const [name = '', ...lines] = text.trimEnd().split('\n');
  for (const line of lines) {
    if (line === '@header') into = parts.header;
    else if (line === '@body') into = parts.body;
    else if (line.startsWith('@expect')) {
      into = parts.expect;
      flowed = line.endsWith('flowed too');
    } else if (line.startsWith('@ ')) {
      const [, field = '', value = ''] = /^@ (\S+) ?(.*)$/.exec(line) ?? [];
      published[field] = value;
    } else into?.push(line);
  }
  const expected = parts.expect
    .filter(line => line.trim() !== '')
    .map((line): [string, string] => {
      const [, field = line, value = ''] = /^(\w+) =(?: (.*))?$/.exec(line) ?? [];
      return [field, value.trim()];
    });
  const header = parts.header.join('\n');
  const body = parts.body.join('\n');
  const cases = [{ file, name, raw: rawCable(header, body, published), expected }];
  if (flowed) {
    const flow = (part: string): string => part.replace(/\s*\n\s*/g, ' ').trim();
    cases.push({
      file,
      name: `${name} (flowed)`,
      raw: rawCable(flow(header), flow(body), published),
      expected,
    });
  }
  return cases;
}

const list = (items: readonly string[]): string => (items.length === 0 ? '-' : items.join(' | '));
const slice = (record: CableRecord, span: { start: number; end: number }): string =>
  record.body.slice(span.start, span.end).replace(/\s+/g, ' ');

function recipients(all: readonly Recipient[]): string {
  return list(
    all.map(one => {
      const excluded = one.excluded.length === 0 ? '' : ` XMT ${one.excluded.join(', ')}`;
      return `${one.route ?? '-'}/${one.name}/${one.precedence ?? '-'}/${one.number ?? '-'}${excluded}`;
    }),
  );
}

/** A field of a record in the short form of the cases. */
export function shortForm(record: CableRecord, field: string): string {
  switch (field) {
    case 'references':
      return list(
        record.references.map(
          r =>
            `${r.label === null ? '' : `${r.label}=`}${r.id ?? `${r.kind}(${r.text})`}${r.corrected ? '~' : ''}`,
        ),
      );
    case 'referenceTexts':
      return list(record.references.map(r => slice(record, r)));
    case 'recipients':
      return recipients(record.recipients);
    case 'infoRecipients':
      return recipients(record.infoRecipients);
    case 'paragraphs':
      return list(
        record.paragraphs.map(p => {
          if (p.number === null && p.mark === null && p.heading !== null) return `# ${p.heading}`;
          return `${p.number ?? '*'}${p.mark === null ? '' : `(${p.mark})`}`;
        }),
      );
    case 'paragraphTexts':
      return list(record.paragraphs.map(p => slice(record, p)));
    case 'underHeadings':
      return list(
        record.paragraphs.filter(p => p.number !== null).map(p => `${p.number} ${p.heading ?? '-'}`),
      );
    case 'classifiedBy':
      return record.classifiedBy === null
        ? 'null'
        : `${record.classifiedBy.name ?? '-'} / ${record.classifiedBy.title ?? '-'}`;
    case 'warnings':
      return list(record.warnings.map(w => w.code));
    case 'redactions':
      return list(record.redactions.map(span => slice(record, span)));
    case 'debris':
      return list(record.debris.map(span => slice(record, span)));
    default: {
      const value: unknown = Object.entries(record).find(([name]) => name === field)?.[1];
      if (value === undefined) return `no such field: ${field}`;
      if (Array.isArray(value)) return list(value.map(String));
      return typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value);
    }
  }
}

/** Every expectation of the cases with what was read. */
export function readAll(
  cases: readonly TextCase[],
): { at: TextCase; field: string; expected: string; read: string }[] {
  return cases.flatMap(at => {
    const record = parseCable(at.raw);
    return at.expected.map(([field, expected]) => ({ at, field, expected, read: shortForm(record, field) }));
  });
}
