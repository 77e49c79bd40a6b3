/** The first step of reading: where each cable begins and ends in what was given. */
import type { GivenPath, Job } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import type { Refusal } from '../model/raw.ts';
import type { FramedItem } from './framed.ts';
import { readContent } from './read-content.ts';
import { refuse } from './refuse.ts';
import { openSource, type SourceFile, throwIfCancelled } from './source-file.ts';
import { unreadable, walk } from './walk.ts';

/**
 * Finds every cable in what was given, in its order: files as given, folders by name, members and rows as they stand.
 * A file that can't be opened is a refusal without a source around it. `isKnown` is asked when a file has been hashed and
 * its beginning was taken: nothing is read of one that is known. Throws ArchiveError `cancelled` only.
 */
export async function* frame(
  given: readonly GivenPath[],
  job?: Job,
  isKnown: (source: number) => boolean = () => false,
): AsyncGenerator<FramedItem> {
  let source = -1;
  for await (const walked of walk(given)) {
    throwIfCancelled(job);
    source++;
    if (walked.kind === 'refusal') {
      yield { kind: 'refusal', source, refusal: walked.refusal };
      continue;
    }
    let opened: SourceFile;
    try {
      opened = await openSource(walked.path, walked.file, job);
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      yield { kind: 'refusal', source, refusal: unreadable(error, walked.file) };
      continue;
    }
    try {
      yield* frameSource(opened, source, walked.file, job, isKnown);
    } finally {
      await opened.close();
    }
  }
}

async function* frameSource(
  opened: SourceFile,
  source: number,
  file: string,
  job: Job | undefined,
  isKnown: (source: number) => boolean,
): AsyncGenerator<FramedItem> {
  const { bytes, sha256, reader, fd } = opened;
  const place = { file, member: null, row: null };
  yield { kind: 'source', source, file, bytes, sha256 };
  if (isKnown(source)) {
    yield { kind: 'source-end', source, format: null, ...(await opened.changed()) };
    return;
  }
  let format: string | null = null;
  try {
    for await (const piece of readContent({ place, reader, nesting: 0, file: { fd, bytes } })) {
      throwIfCancelled(job);
      if (piece.kind === 'frame') yield { ...piece, source, end: opened.position() };
      else if (piece.kind === 'refusal') yield { ...piece, source };
      else format ??= piece.format;
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    yield { kind: 'refusal', source, refusal: failure(error, file) };
  }
  yield { kind: 'source-end', source, format, ...(await opened.changed()) };
}

function failure(error: unknown, file: string): Refusal {
  const system = error instanceof Error && 'code' in error && 'syscall' in error;
  if (system) return unreadable(error, file);
  const told = error instanceof Error ? error.message : String(error);
  const message = `Reading this file failed by a fault of the program (${told}); please report it with the file.`;
  return refuse('internal', message, { file, member: null, row: null });
}
