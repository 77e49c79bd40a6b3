/** Questions of every kind by chance, about rows that are there: what they look for is drawn from the rows' own text. */
import type { Question, ReadRow } from './naive-search.ts';
import type { Random } from './random.ts';

export function randomQuestion(random: Random, rows: readonly ReadRow[], depth = 2): Question {
  const draw = random.unit();
  if (depth > 0 && draw < 0.3) return { kind: 'and', parts: parts(random, rows, depth) };
  if (depth > 0 && draw < 0.42) return { kind: 'or', parts: parts(random, rows, depth) };
  if (depth > 0 && draw < 0.5) return { kind: 'not', part: randomQuestion(random, rows, depth - 1) };
  return leaf(random, random.pick(rows));
}

function parts(random: Random, rows: readonly ReadRow[], depth: number): Question[] {
  return Array.from({ length: 2 + random.below(2) }, () => randomQuestion(random, rows, depth - 1));
}

function leaf(random: Random, read: ReadRow): Question {
  const { row } = read;
  const kinds: (() => Question)[] = [
    () => ({ kind: 'words', field: '', text: some(random, read.body, 1) }),
    () => ({ kind: 'words', field: '', text: `${random.pick(read.body).slice(0, 1 + random.below(3))}*` }),
    () => ({ kind: 'words', field: '', text: some(random, read.body, 2 + random.below(3)) }),
    () => ({ kind: 'words', field: '', text: `${some(random, read.body, 2).slice(0, -1)}*` }),
    () => ({ kind: 'words', field: '', text: random.pick(row.body.split(/\s+/).filter(isPlainWord)) }),
    () => ({ kind: 'words', field: '', text: `${random.pick(read.body)} ${random.pick(read.body)}` }),
    () => ({ kind: 'words', field: 'subject', text: some(random, read.subject, 1 + random.below(2)) }),
    () => ({ kind: 'words', field: 'header', text: some(random, read.header, 1 + random.below(2)) }),
    () => ({ kind: 'words', field: 'to', text: some(random, read.to, 1 + random.below(2)) }),
    () => ({ kind: 'from', text: random.pick(row.origin?.split(' ') ?? ['hanoi']) }),
    () => ({ kind: 'tag', text: random.pick(row.tags ?? ['PREL']) }),
    () => ({
      kind: 'class',
      text: random.pick(['confidential', 'secret', 'noforn', 'unclassified', 'conf*']),
    }),
    () => ({ kind: 'caption', text: random.pick(['sipdis', 'sensitive', 'nodis']) }),
    () => ({ kind: 'signed', text: random.pick(row.signers ?? ['MARINE']) }),
    () => ({ kind: 'id', id: row.id }),
    () => ({ kind: 'ref', id: row.references?.[0] ?? row.id }),
    () => date(random, row.created ?? '2005-04-11'),
    () => ({ kind: 'is', state: random.pick(['partial', 'redacted', 'withdrawn', 'undated'] as const) }),
  ];
  // words matter most: half of the draws are from the first six
  return (random.unit() < 0.5 ? kinds[random.below(6)]! : random.pick(kinds))();
}

function isPlainWord(word: string): boolean {
  return /[a-z0-9]/i.test(word) && !/["()*:]|^-|^(OR|AND|NOT)$|^\d\d[a-z]+\d+$/i.test(word);
}

function some(random: Random, words: readonly string[], count: number): string {
  if (words.length < count) return 'nothing';
  const start = random.below(words.length - count + 1);
  return words.slice(start, start + count).join(' ');
}

function date(random: Random, created: string): Question {
  const [year = '', month = ''] = created.split('-');
  switch (random.below(5)) {
    case 0:
      return { kind: 'date', text: year, from: year, to: next(year) };
    case 1:
      return {
        kind: 'date',
        text: `${year}-${month}`,
        from: `${year}-${month}`,
        to: next(`${year}-${month}`),
      };
    case 2:
      return {
        kind: 'date',
        text: `${Number(year) - 2}..${year}`,
        from: String(Number(year) - 2),
        to: next(year),
      };
    case 3:
      return { kind: 'date', text: `${year}..`, from: year, to: '9' };
    default: {
      const day = created.slice(0, 10);
      return { kind: 'date', text: `..${day}`, from: '', to: `${day}T99` };
    }
  }
}

/** The year or month that follows, as text that sorts. */
function next(period: string): string {
  const [year = '', month] = period.split('-');
  if (month === undefined || month === '12') return String(Number(year) + 1);
  return `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
}
