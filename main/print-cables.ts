/** Several cables in one PDF: each printed on pages of its own, with its own marking, footer and count of pages. */
import { ArchiveError } from '../archive/errors.ts';
import type { ShownCable } from '../archive/model/archive.ts';
import { MOST_PRINTED } from '../archive/model/handing-over.ts';
import type { Reading } from '../archive/model/reading.ts';
import type { PrintedCables } from '../archive/worker/archival-copy.ts';
import { choiceOf } from '../archive/worker/choice.ts';
import type { Print } from './host.ts';
import { documentOf } from './print-cable.ts';
import { PROGRAM } from './program.ts';

/** How the cables are read: by the engine behind its port, or by the archive itself. */
export interface CableReader {
  show(id: string, key?: string): Promise<ShownCable>;
  reading(cable: ShownCable, id: string, key?: string): Promise<Reading>;
}

export interface Printing {
  signal: AbortSignal;
  /** told how many are done */
  onPrinted?: (done: number) => void;
  /** which volume of several this is: `2 of 3` */
  volume?: string;
}

/**
 * Prints cables, `ID` or `ID@KEY` each, for `archivalCopies` to make one file of. Throws `bad-request` for more than one
 * file takes (`print-volumes.ts` divides them), `no-such-cable`, `print-failed`, `cancelled`.
 */
export async function printChosen(
  reader: CableReader,
  choices: readonly string[],
  print: Print,
  { signal, onPrinted, volume }: Printing,
): Promise<PrintedCables> {
  if (choices.length > MOST_PRINTED)
    throw new ArchiveError(
      'bad-request',
      `One PDF takes ${MOST_PRINTED} cables at most, and these are ${choices.length}. Choose fewer, or another form.`,
    );
  const parts: PrintedCables['parts'][number][] = [];
  const titles: string[] = [];
  for (const choice of choices) {
    if (signal.aborted) throw new ArchiveError('cancelled', 'Printing was cancelled.');
    const [id, key] = choiceOf(choice);
    const cable = await reader.show(id, key);
    const document = await documentOf(cable, await reader.reading(cable, id, key));
    const pdf = await print(document);
    parts.push(key === undefined ? { id, pdf } : { id, key, pdf });
    titles.push(parts.length === 1 && choices.length === 1 ? document.title : cable.id);
    onPrinted?.(parts.length);
  }
  return { parts, title: titleOf(titles, volume), program: PROGRAM };
}

/** One cable's own title, or `3 cables: 05HANOI841, 05HANOI842, …`, with the volume where it is one of several. */
function titleOf(titles: readonly string[], volume: string | undefined): string {
  const [only = ''] = titles;
  const which = volume === undefined ? '' : `Volume ${volume}: `;
  if (titles.length <= 1) return `${which}${only}`;
  const named = titles.slice(0, 3).join(', ');
  return `${which}${titles.length} cables: ${named}${titles.length > 3 ? ', …' : ''}`;
}
