/** Cables that belong with one: those that refer to it, and those that are like it. */
import { Flag } from '../../model/columns.ts';
import type { CableSummary } from '../../model/search.ts';
import { textAt } from '../packed-texts.ts';
import type { Pace } from '../pace.ts';
import { scorePostings } from '../segment/postings.ts';
import { spanOf } from '../segment/sequence.ts';
import { Space } from '../segment/space.ts';
import { tokensOf } from '../tokens.ts';
import { referenceTest } from './catalogue-tests.ts';
import type { Snapshot } from './snapshot.ts';
import { summaryOf } from './summary.ts';

/** so many of a cable's most telling words are looked for */
const TELLING_WORDS = 24;
const TAG_WEIGHT = 0.5;
const REFERENCE_WEIGHT = 6;

/** The cables that refer to the one with this id, oldest first. */
export function citingCables(snapshot: Snapshot, id: string): CableSummary[] {
  const { columns } = snapshot;
  const cites = referenceTest(snapshot, { kind: 'ref', id: id.toUpperCase(), prefix: false });
  const cables = new Uint8Array(columns.cables);
  for (let row = 0; row < columns.rows; row++) {
    if (((columns.flags[row] ?? 0) & Flag.withdrawn) === 0 && cites(row)) cables[columns.cable[row] ?? 0] = 1;
  }
  const found = snapshot.orders.of('date').filter(cable => cables[cable] === 1);
  return Array.from(found, cable => summaryOf(snapshot, cable));
}

/** The cables most like the one of this row. */
export async function similarCables(
  snapshot: Snapshot,
  row: number,
  limit: number,
  pace: Pace,
): Promise<CableSummary[]> {
  const { columns, segments } = snapshot;
  const [text] = await snapshot.source.texts.texts([row]);
  if (text === undefined) return [];
  const sums = new Float32Array(columns.rows);
  const scores = new Float32Array(columns.rows);
  for (const [word, weight] of tellingWords(snapshot, `${text.subject}\n${text.body}`)) {
    scores.fill(0);
    for (const segment of segments) {
      const span = spanOf(segment, Space.text, { token: word, prefix: false });
      scorePostings(segment, span, [2 * weight, 1.5 * weight, weight, 1.2 * weight], scores);
    }
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (scores[at] ?? 0);
    if (pace.due) await pace.breathe();
  }
  const own = columns.cable[row] ?? 0;
  addTags(snapshot, row, sums);
  addReferences(snapshot, row, sums);
  const best = new Float32Array(columns.cables);
  for (let at = 0; at < sums.length; at++) {
    const cable = columns.cable[at] ?? 0;
    if (cable === own || ((columns.flags[at] ?? 0) & Flag.withdrawn) !== 0) continue;
    best[cable] = Math.max(best[cable] ?? 0, sums[at] ?? 0);
  }
  const found = Array.from(best.keys()).filter(cable => (best[cable] ?? 0) > 0);
  found.sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0) || a - b);
  return found.slice(0, limit).map(cable => summaryOf(snapshot, cable));
}

/** The words that stand out in a text: often in it, seldom elsewhere. */
function tellingWords({ columns, segments }: Snapshot, text: string): [string, number][] {
  const times = new Map<string, number>();
  for (const token of tokensOf(text)) {
    if (token.length > 3 && /^\p{L}+$/u.test(token)) times.set(token, (times.get(token) ?? 0) + 1);
  }
  const weighed: [string, number, number][] = [];
  for (const [word, count] of times) {
    let rows = 0;
    for (const segment of segments) {
      rows += spanOf(segment, Space.text, { token: word, prefix: false }).rows;
    }
    if (rows < 2) continue; // in this cable only
    const rarity = Math.log(1 + columns.rows / rows);
    weighed.push([word, rarity, rarity * (1 + Math.log(count))]);
  }
  weighed.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  return weighed.slice(0, TELLING_WORDS).map(([word, rarity]) => [word, rarity]);
}

function addTags({ columns }: Snapshot, row: number, sums: Float32Array): void {
  const { starts, codes, values } = columns.tags;
  const own = new Uint8Array(values.length);
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) own[codes[at] ?? 0] = 1;
  for (let other = 0; other < columns.rows; other++) {
    if ((sums[other] ?? 0) === 0) continue;
    const end = starts[other + 1] ?? 0;
    for (let at = starts[other] ?? 0; at < end; at++) {
      if (own[codes[at] ?? 0] === 1) sums[other] = (sums[other] ?? 0) + TAG_WEIGHT;
    }
  }
}

/** What the cable refers to, and what refers to it, belongs with it whatever its words. */
function addReferences(snapshot: Snapshot, row: number, sums: Float32Array): void {
  const { columns } = snapshot;
  const { starts, codes, texts } = columns.references;
  const raise = (other: number) => {
    sums[other] = (sums[other] ?? 0) + REFERENCE_WEIGHT;
  };
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const cable = columns.findCable(textAt(texts, codes[at] ?? 0));
    if (cable !== null) raise(snapshot.shown[cable] ?? 0);
  }
  const cites = referenceTest(snapshot, {
    kind: 'ref',
    id: columns.cableId(columns.cable[row] ?? 0).toUpperCase(),
    prefix: false,
  });
  for (let other = 0; other < columns.rows; other++) if (cites(other)) raise(other);
}
