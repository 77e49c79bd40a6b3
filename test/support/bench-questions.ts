/** Questions of every kind a person asks, drawn from the cables that a bench made up. */
import type { GeneratedCable } from './generate-cables.ts';
import { Random } from './random.ts';

export const Kinds = [
  'common word',
  'rare word',
  '2-3 words',
  'phrase',
  'prefix',
  'OR, NOT',
  'fields, dates',
  'every cable',
] as const;
export type Kind = (typeof Kinds)[number];
export type BenchQuestions = Record<Kind, string[]> & { typed: string[] };

/** cables looked at, at most: enough to know common words from rare ones */
const SAMPLE = 2000;

export class QuestionDrawer {
  private readonly every: number;
  private readonly sample: { words: string[]; origin: string; year: string; tags: string[] }[] = [];
  private readonly counts = new Map<string, number>();
  private seen = 0;

  constructor(count: number) {
    this.every = Math.max(1, Math.floor(count / SAMPLE));
  }

  see(cable: GeneratedCable): void {
    if (this.seen++ % this.every !== 0) return;
    const words = cable.body.toLowerCase().match(/[a-z]{2,}/g) ?? [];
    for (const word of new Set(words)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    const year = /\d{4}/.exec(cable.created.split('/')[2] ?? '')?.[0] ?? '2005';
    const tags = (/^TAGS: (.*)/m.exec(cable.body)?.[1] ?? 'PREL').split(', ');
    this.sample.push({ words, origin: cable.origin, year, tags });
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
    const filters = [
      () => `from:"${cable().origin}"`,
      () => `date:${cable().year}`,
      () => `tag:${random.pick(cable().tags).replace(/\W.*/, '')}`,
      () => `after:${cable().year}`,
      () => 'class:confidential',
    ];
    return {
      'common word': times(40, () => random.pick(common)),
      'rare word': times(40, () => random.pick(rare)),
      '2-3 words': times(50, () => {
        const one = cable();
        return Array.from({ length: 2 + random.below(2) }, () => middleOf(one)).join(' ');
      }),
      phrase: times(50, () => {
        const { words } = cable();
        const start = random.below(Math.max(1, words.length - 4));
        return `"${words.slice(start, start + 2 + random.below(3)).join(' ')}"`;
      }),
      prefix: times(40, () => `${middleOf(cable()).slice(0, 2 + random.below(4))}*`),
      'OR, NOT': times(
        40,
        () => `(${random.pick(middle)} OR ${random.pick(middle)}) -${random.pick(middle)}`,
      ),
      'fields, dates': times(40, () => `${middleOf(cable())} ${random.pick(filters)()}`),
      'every cable': times(4, () => ''),
      typed: times(30, () => middleOf(cable())),
    };
  }
}
