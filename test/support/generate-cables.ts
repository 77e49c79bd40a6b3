/**
 * A made-up corpus of cables in the shape of the real one: the same for the same count and seed on every machine.
 * Each body says GENERATED. Tests and benches import it as they would import `cables.csv`.
 */
import type { GeneratedPlace } from './generated-places.ts';
import { CLASSIFICATIONS, PLACES, TAGS, cablesInYear } from './generated-places.ts';
import { Random, Weighted, zipf } from './random.ts';
import { TelegramWriter } from './telegram-writer.ts';

/** A row of `cables.csv`. `created` is `M/D/YYYY H:MM`, `references` is joined by `|`; nothing is escaped yet. */
export interface GeneratedCable {
  number: number;
  created: string;
  id: string;
  origin: string;
  classification: string;
  references: string;
  header: string;
  body: string;
}

export interface GenerateOptions {
  seed?: number;
  /** the median length of a body in characters; the mean is about a half more */
  medianLength?: number;
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const HEADINGS =
  'BACKGROUND,NEXT STEPS,ECONOMIC OUTLOOK,POLITICAL SITUATION,HUMAN RIGHTS,BILATERAL RELATIONS,MEDIA REACTION,BIO NOTE'.split(
    ',',
  );
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FIRST_YEAR = 1966;
const LAST_YEAR = 2010;

/** Yields `count` cables, oldest first. Deterministic; about 40 MB at any count. */
export function* generateCables(count: number, options: GenerateOptions = {}): Generator<GeneratedCable> {
  const random = new Random(options.seed ?? 841);
  const writer = new TelegramWriter(random);
  const places = zipf(PLACES.length, 0.75, 3);
  const tags = zipf(TAGS.length, 0.95, 2);
  const classes = new Weighted(CLASSIFICATIONS.map(c => c.share));
  const serials = new Map<string, number>();
  const ids: string[] = [];
  const median = Math.log(options.medianLength ?? 3900);

  const drawPlace = (): GeneratedPlace => PLACES[places.draw(random)] ?? random.pick(PLACES);
  const station = (): string => `RUEH${LETTERS[random.below(26)]}${LETTERS[random.below(26)]}`;

  for (const [index, date] of datesInOrder(count)) {
    const place = drawPlace();
    const classification = CLASSIFICATIONS[classes.draw(random)] ?? random.pick(CLASSIFICATIONS);
    const year = twoDigits(date.getUTCFullYear() % 100);
    const serial = (serials.get(year + place.code) ?? random.below(40)) + 1 + random.below(3);
    serials.set(year + place.code, serial);
    const id = `${year}${place.code}${serial}`;
    const references = drawReferences(random, ids);
    ids.push(id);
    const tagSet = new Set(
      Array.from({ length: 2 + random.below(7) }, () => TAGS[tags.draw(random)] ?? 'PREL'),
    );

    const time = `${twoDigits(date.getUTCDate())}${twoDigits(date.getUTCHours())}${twoDigits(date.getUTCMinutes())}Z`;
    const header = [
      `VZCZCXRO${1000 + random.below(9000)}`,
      `${random.pick(['OO', 'PP', 'RR'])} ${station()} RUEHC`,
      `DE ${station()} #${String(serial).padStart(4, '0')}/01 ${100 + random.below(260)}${time.slice(2, 6)}`,
      `ZNY ${classification.code} ZZH`,
      `P ${time} ${MONTHS[date.getUTCMonth()]} ${year}`,
      `FM ${place.address}`,
      `TO RUEHC/SECSTATE WASHDC PRIORITY ${1000 + random.below(9000)}`,
      ...Array.from(
        { length: 1 + random.below(10) },
        (_, i) =>
          `${i === 0 ? 'INFO ' : ''}${station()}/${drawPlace().address} ${String(random.below(10_000)).padStart(4, '0')}`,
      ),
      '',
    ].join('\n');

    writer.start();
    writer.add(
      `${classification.mark === 'U' ? 'UNCLAS' : classification.mark === 'SBU' ? 'UNCLAS' : classification.name.replace('//', ' ')} ${place.code} ${String(serial).padStart(6, '0')}\n\nSIPDIS\n\n` +
        `${classification.mark === 'SBU' ? 'SENSITIVE\n' : ''}GENERATED TEXT, NO REAL CABLE\n\n` +
        `E.O. 12958: ${classification.mark.includes('U') ? 'N/A' : `DECL: ${twoDigits(date.getUTCMonth() + 1)}/${twoDigits(date.getUTCDate())}/${date.getUTCFullYear() + 10}`}\n` +
        `TAGS: ${[...tagSet].join(', ')}\nSUBJECT: `,
    );
    writer.addTitle(4 + random.below(8));
    writer.add('\n\n');
    if (references.length > 0) {
      writer.add(`REF: ${references.map((r, i) => `${LETTERS[i]}. ${spaced(r)}`).join('\n     ')}\n\n`);
    }
    if (!classification.mark.includes('U')) {
      writer.add(
        `Classified By: Ambassador ${writer.name()} ${writer.name()} for reasons 1.4 (b) and (d).\n\n`,
      );
    }
    addParagraphs(writer, random, classification.mark, Math.exp(median + 0.88 * random.normal()));
    writer.add(`${writer.name().toUpperCase()}\n`);

    yield {
      number: index + 1,
      created: `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${date.getUTCHours()}:${twoDigits(date.getUTCMinutes())}`,
      id,
      origin: place.origin,
      classification: classification.name,
      references: references.join('|'),
      header,
      body: writer.toString(),
    };
  }
}

function addParagraphs(writer: TelegramWriter, random: Random, mark: string, wanted: number): void {
  const target = Math.min(120_000, Math.max(600, wanted));
  for (let number = 1; number === 1 || writer.length < target; number++) {
    if (number === 3 || (number > 3 && random.unit() < 0.12)) {
      const heading = random.pick(HEADINGS);
      writer.add(`${heading}\n${'-'.repeat(heading.length)}\n\n`);
    }
    writer.add(`${number}. (${mark}) ${number === 1 ? 'Summary: ' : ''}`);
    writer.addSentences(30 + random.below(110));
    writer.add(number === 1 ? ' End Summary.\n\n' : '\n\n');
  }
}

function drawReferences(random: Random, ids: readonly string[]): string[] {
  if (ids.length === 0 || random.unit() < 0.45) return [];
  // Most references go to cables of the last weeks, a few far back.
  const drawn = Array.from(
    { length: 1 + random.below(4) },
    () => ids[Math.max(0, ids.length - 1 - Math.floor(random.unit() ** 3 * ids.length))] ?? '',
  );
  return [...new Set(drawn)];
}

function* datesInOrder(count: number): Generator<[number, Date]> {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const total = years.reduce((sum, year) => sum + cablesInYear(year), 0);
  let index = 0;
  let before = 0;
  for (const year of years) {
    const weight = cablesInYear(year);
    const start = Date.UTC(year, 0, 1);
    // The real collection ends in February 2010.
    const end = year === LAST_YEAR ? Date.UTC(year, 2, 1) : Date.UTC(year + 1, 0, 1);
    for (; index < count; index++) {
      const place = (((index + 0.5) / count) * total - before) / weight;
      if (place >= 1) break;
      yield [index, new Date(start + (end - start) * place)];
    }
    before += weight;
  }
}

function spaced(id: string): string {
  return id.replace(/^(\d\d)([A-Z]+)(\d+)$/, '$1 $2 $3');
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
