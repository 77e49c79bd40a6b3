/** Questions of every kind a person asks, drawn from cables of the archive that a bench asks. */
import { Random } from './random.ts';

export const Kinds = [
  'common word',
  'rare word',
  '2-3 words',
  'phrase',
  'prefix',
  'OR, NOT',
  'fields, dates',
  'nothing found',
  'every cable',
] as const;
export type Kind = (typeof Kinds)[number];
export type BenchQuestions = Record<Kind, string[]> & { typed: string[] };

/** What the drawing looks at of a cable. */
export interface SampledCable {
  body: string;
  origin: string;
  /** ISO 8601 */
  created: string;
  tags: readonly string[];
}

export class QuestionDrawer {
  private readonly sample: (Omit<SampledCable, 'body'> & { words: string[] })[] = [];
  private readonly counts = new Map<string, number>();

  see({ body, origin, created, tags }: SampledCable): void {
    const words = body.toLowerCase().match(/[a-z]{2,}/g) ?? [];
    for (const word of new Set(words)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    this.sample.push({ words, origin, created, tags });
  }

  /** The same questions for the same cables. */
  draw(): BenchQuestions {
    const random = new Random(6);
    const share = (word: string) => (this.counts.get(word) ?? 0) / this.sample.length;
    const all = [...this.counts.keys()].filter(word => word.length > 3);
    const common = all.filter(word => share(word) > 0.3);
    const rare = all.filter(word => this.counts.get(word) === 1);
    const middle = all.filter(word => share(word) > 0.005 && share(word) < 0.3);
    const times = (count: number, make: () => string) => Array.from({ length: count }, make);
    const cable = () => random.pick(this.sample);
    const middleOf = ({ words }: { words: string[] }) => {
      const some = words.filter(word => word.length > 3 && share(word) > 0.005 && share(word) < 0.3);
      return some.length === 0 ? random.pick(middle) : random.pick(some);
    };
    const year = () => cable().created.slice(0, 4);
    const filters = [
      () => `from:"${cable().origin}"`,
      () => `date:${year()}`,
      () => `tag:${random.pick([...cable().tags, 'PREL']).replace(/\W.*/, '')}`,
      () => `after:${year()}`,
      () => 'class:confidential',
    ];
    // two letters changed, or two real words where one would be
    const misspelt = (word: string) => `${word.slice(0, 2)}q${word.slice(3)}${word.slice(-1)}`;
    return {
      'common word': times(40, () => random.pick(common)),
      'rare word': times(40, () => random.pick(rare)),
      '2-3 words': times(50, () => {
        const one = cable();
        return Array.from({ length: 2 + random.below(2) }, () => middleOf(one)).join(' ');
      }),
      phrase: times(60, () => {
        const { words } = cable();
        const start = random.below(Math.max(1, words.length - 4));
        return `"${words.slice(start, start + 2 + random.below(3)).join(' ')}"`;
      }),
      prefix: times(50, () => `${middleOf(cable()).slice(0, 1 + random.below(5))}*`),
      'OR, NOT': times(
        40,
        () => `(${random.pick(middle)} OR ${random.pick(middle)}) -${random.pick(middle)}`,
      ),
      'fields, dates': times(40, () => `${middleOf(cable())} ${random.pick(filters)()}`),
      'nothing found': times(20, () => misspelt(middleOf(cable()))),
      'every cable': times(4, () => ''),
      typed: times(30, () => middleOf(cable())),
    };
  }
}

/** What stands in the line key by key: words, then fields, ids, and slips of the hand. */
export function keystrokes({ typed }: BenchQuestions): string[] {
  const lines = [
    ...typed.map(word => `iraq ${word}`),
    'governmnet',
    'from:Hanoy',
    'tag:PHUM',
    'signed:smith',
    'in:"My',
    '05HANOI84',
    'id:06BAGH',
    'ref:05CAI',
  ];
  return lines.flatMap(line => {
    const from = line.startsWith('iraq ') ? 6 : 1;
    return Array.from({ length: line.length - from + 1 }, (_, at) => line.slice(0, from + at));
  });
}
