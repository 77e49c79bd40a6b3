/** Cables as a file of text: plain, JSON, one JSON object a line, or a table that can be imported again. */
import type { Archive, Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import type { ShownCable } from '../model/archive.ts';
import type { TextFormat } from '../model/handing-over.ts';
import { choiceOf } from '../worker/choice.ts';
import { cableText } from './cable-text.ts';
import { csvRow } from './csv-row.ts';
import { writeWholeFile } from './whole-file.ts';

export interface ExportWish {
  /** `ID` or `ID@KEY` each, in this order; null for every cable of the archive, oldest first */
  choices: readonly string[] | null;
  format: TextFormat;
  /** the file to write */
  out: string;
  /** whether a file that is there may be written over */
  replace: boolean;
}

/**
 * Writes the file; answers how many cables it holds. A table has a row for each version of a cable, the shown one first,
 * unless the choice names one; the other forms have the record that is shown.
 * Throws `no-such-cable`, `cancelled`, `disk-full`, `read-only`, `io`; then there is no file.
 */
export async function exportCables(archive: Archive, wish: ExportWish, job: Job = {}): Promise<number> {
  const { choices, format, out, replace } = wish;
  const total = choices?.length ?? archive.info().cables;
  let count = 0;
  const cables = async function* (): AsyncGenerator<Chosen> {
    for await (const [id, key] of chosen(archive, choices)) {
      if (job.signal?.aborted === true)
        throw new ArchiveError('cancelled', 'The export was cancelled; no file was written.');
      yield { cable: await archive.show(id, key), alone: key !== undefined };
      count += 1;
      const rest = { unit: 'cables', rate: null, secondsLeft: null, file: null } as const;
      job.onProgress?.({ phase: 'copying', done: count, total, ...rest });
    }
  };
  await writeWholeFile(out, forms[format](cables(), archive, total), replace);
  return count;
}

/** A cable to write; `alone` where only this version of it was chosen. */
interface Chosen {
  cable: ShownCable;
  alone: boolean;
}

async function* chosen(
  archive: Archive,
  choices: readonly string[] | null,
): AsyncGenerator<[string, string?]> {
  if (choices === null) for await (const { id } of archive.list()) yield [id];
  else for (const choice of choices) yield choiceOf(choice);
}

type Pieces = (cables: AsyncIterable<Chosen>, archive: Archive, total: number) => AsyncGenerator<string>;

const forms: Readonly<Record<TextFormat, Pieces>> = {
  async *text(cables) {
    let between = '';
    for await (const { cable } of cables) {
      yield between + cableText(cable);
      between = '\n';
    }
  },
  /** One cable is an object, several are a list. */
  async *json(cables, _archive, total) {
    let count = 0;
    for await (const { cable } of cables) {
      const text = JSON.stringify(cable, null, 2);
      yield total === 1 ? text : `${count === 0 ? '[\n' : ',\n'}${text}`;
      count += 1;
    }
    yield total === 1 ? '\n' : count === 0 ? '[]\n' : '\n]\n';
  },
  async *ndjson(cables) {
    for await (const { cable } of cables) yield `${JSON.stringify(cable)}\n`;
  },
  async *csv(cables, archive) {
    let row = 0;
    for await (const { cable, alone } of cables) {
      yield csvRow(cable, (row += 1));
      if (alone) continue;
      for (const { key, shown, withdrawn } of cable.versions) {
        if (!shown && !withdrawn) yield csvRow(await archive.show(cable.id, key), (row += 1));
      }
    }
  },
};
