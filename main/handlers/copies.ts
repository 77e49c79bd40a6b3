/** Copies of the archive and of chosen cables, into folders that the host asks for. */
import { basename } from 'node:path';
import type { CopyReport } from '../../archive/model/handing-over.ts';
import type { JobId } from '../../preload/contract/method.ts';
import type { Context } from './context.ts';
import { progressOf } from './context.ts';
import { placeForTheEye } from './library.ts';

export interface CopyMade extends CopyReport {
  /** the copy's folder, and where it lies, for the eye */
  name: string;
  place: string;
}

/**
 * Asks for a folder and copies into it; null where the person thought better of it. `choices` are cables, `ID` or
 * `ID@KEY` each; null for all of the archive. Throws what `Archive.copyTo` throws.
 */
export async function copyInto(
  context: Context,
  job: JobId,
  { suggested, notes, choices }: { suggested: string; notes: boolean; choices: string[] | null },
): Promise<CopyMade | null> {
  const { engine, host, jobs, library } = context;
  return jobs.run(job, async signal => {
    const folder = await host.placeCopy(suggested, library.suggestFolder(suggested));
    if (folder === null) return null;
    const means = { signal, onProgress: progressOf(context, job) };
    const report = await engine.call('copyTo', { folder, notes, choices }, means);
    return { ...report, name: basename(folder), place: placeForTheEye(folder) };
  });
}

/** A copy's name: the archive's and the day, so that copies stay in order. */
export function copyNameOf(archive: string, day: Date): string {
  return `${archive}, copy of ${day.toISOString().slice(0, 10)}`;
}
