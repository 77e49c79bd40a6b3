/** Cables as a format's reader would yield them: from the generated corpus, or made by hand out of a few fields. */
import type { RawCable } from '../../archive/model/raw.ts';
import type { Published } from '../../archive/record.ts';
import type { GenerateOptions } from './generate-cables.ts';
import { generateCables } from './generate-cables.ts';

/** A raw cable out of its texts; the rest is what a plain telegram would have. */
export function rawCable(header: string, body: string, published: Published = {}): RawCable {
  return {
    place: { file: 'made-by-hand.txt', member: null, row: null },
    rendering: { format: 'telegram', lineBreaks: body.includes('\n'), encoding: 'utf-8', assumed: false },
    published,
    header,
    body,
    warnings: [],
  };
}

/** The generated corpus as rows of `cables.csv` would come out of their reader. */
export function* rawCables(count: number, options: GenerateOptions = {}): Generator<RawCable> {
  for (const cable of generateCables(count, options)) {
    const { number, id, created, origin, classification, references } = cable;
    yield {
      ...rawCable(cable.header, cable.body, {
        number: String(number),
        id,
        created,
        origin,
        classification,
        references,
      }),
      place: { file: 'cables.csv', member: null, row: number },
    };
  }
}
