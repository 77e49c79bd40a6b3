/** Generated cables as rows of a catalogue, with what a real archive has besides: versions, withdrawals, gaps, accents. */
import { generateCables, type GenerateOptions } from './generate-cables.ts';
import { Random } from './random.ts';
import type { TestRow } from './search-archive.ts';

const ACCENTS: readonly [RegExp, string][] = [
  [/\bthe\b/g, 'thé'],
  [/\band\b/g, 'a\u0301nd'],
  [/\bfi/g, '\ufb01'],
  [/\. /g, '. \u00b6 '],
  [/'/g, '\u2019'],
];

/** Yields rows; about one cable in ten has a second version, and one in twenty of them is withdrawn. */
export function* generatedRows(count: number, options: GenerateOptions = {}): Generator<TestRow> {
  const random = new Random((options.seed ?? 841) + 1);
  const chance = (share: number) => random.unit() < share;
  for (const cable of generateCables(count, options)) {
    const [date = '', time = ''] = cable.created.split(' ');
    const [month = 0, day = 0, year = 0] = date.split('/').map(Number);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const whole = !chance(0.1);
    const body = chance(0.2) ? accented(cable.body) : cable.body;
    const row: TestRow = {
      id: cable.id,
      body,
      header: whole ? cable.header : '',
      subject: /^SUBJECT: (.*)/m.exec(cable.body)?.[1] ?? '',
      origin: cable.origin,
      classification: chance(0.05) ? '' : cable.classification,
      tags: (/^TAGS: (.*)/m.exec(cable.body)?.[1] ?? '').split(', '),
      captions: /^SENSITIVE$/m.test(cable.body) ? ['SIPDIS', 'SENSITIVE'] : ['SIPDIS'],
      signers: [cable.body.trimEnd().split('\n').at(-1) ?? ''],
      references: cable.references.split('|').filter(id => id !== ''),
      withdrawn: chance(0.05),
      ...(chance(0.95)
        ? { created: new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString() }
        : {}),
      ...(chance(0.6) ? { partial: !whole } : {}),
      ...(chance(0.5) ? { redacted: chance(0.3) } : {}),
    };
    yield row;
    if (chance(0.1)) {
      const version = { ...row, body: `${body.slice(0, body.length / 2)} VERSION`, withdrawn: chance(0.3) };
      yield chance(0.5) ? version : { ...version, shown: true };
    }
  }
}

function accented(body: string): string {
  let text = body;
  for (const [pattern, replacement] of ACCENTS) text = text.replace(pattern, replacement);
  return text;
}
