/**
 * More cables than one PDF takes, printed as volumes of so many each: one PDF after the other, each on the disk before the
 * next is begun, so that neither memory nor an accident takes more than one.
 */
import { writeWholeFile } from '../archive/export/whole-file.ts';
import { ArchiveError } from '../archive/errors.ts';
import { MOST_PRINTED } from '../archive/model/handing-over.ts';

/** One of the files that a long list of cables is printed into. */
export interface Volume {
  /** the file to write */
  path: string;
  choices: readonly string[];
  /** `2 of 3` */
  label: string;
}

/**
 * The volumes that cables, in their order, are printed into: `BASE-01-of-12.pdf` and on, each with so many as one PDF takes
 * (the last with what remains). Numbers have as many figures as the last, so that the files stay in order.
 */
export function volumesOf(choices: readonly string[], base: string, most = MOST_PRINTED): readonly Volume[] {
  const count = Math.ceil(choices.length / most);
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(String(count).length, '0');
    return {
      path: `${base}-${number}-of-${count}.pdf`,
      choices: choices.slice(index * most, (index + 1) * most),
      label: `${index + 1} of ${count}`,
    };
  });
}

export interface VolumePrinting {
  /** Makes one volume's PDF; `before` cables were printed by then. */
  print: (volume: Volume, before: number) => Promise<Uint8Array>;
  signal: AbortSignal;
  /** writes over files that are there; otherwise `bad-request` is thrown for one */
  replace?: boolean;
}

/**
 * Prints the volumes in their order; answers how many were. Volumes that are finished are kept, whatever becomes of the
 * rest: who cancels has them, and a fault says which they are. Throws `cancelled` where none was finished yet, and what
 * printing throws.
 */
export async function printVolumes(
  volumes: readonly Volume[],
  { print, signal, replace = false }: VolumePrinting,
): Promise<number> {
  let before = 0;
  for (const [index, volume] of volumes.entries()) {
    try {
      if (signal.aborted) throw new ArchiveError('cancelled', 'Printing was cancelled.');
      await writeWholeFile(volume.path, onlyPiece(await print(volume, before)), replace);
    } catch (thrown) {
      if (index === 0) throw thrown;
      if (signal.aborted) return index;
      throw endedEarly(thrown, index, volumes.length);
    }
    before += volume.choices.length;
  }
  return volumes.length;
}

/** The fault, with which volumes are there all the same. */
function endedEarly(thrown: unknown, finished: number, of: number): unknown {
  if (!(thrown instanceof ArchiveError)) return thrown;
  const kept = `${finished} of ${of} volumes were finished before that and are kept.`;
  return new ArchiveError(thrown.code, `${thrown.message} ${kept}`, thrown.details, thrown);
}

async function* onlyPiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
