/** The files of receipts: which there are, which are behind the times, and which nobody named. */
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { Names, within } from './layout.ts';

export interface NamedFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** Every file of a receipt that the commit names. */
export function receiptFiles({ receipts }: Pick<Commit, 'receipts'>): NamedFile[] {
  return receipts.flatMap(({ file, bytes, sha256, beside }) => [
    { file, bytes, sha256 },
    ...(beside === undefined ? [] : [beside]),
  ]);
}

/**
 * The file of a receipt. While its import goes on, each commit names a new one by its number from 1: a file that a
 * commit names is never written again.
 */
export function receiptFile(id: string, number: number | null = null): string {
  return `${Names.receipts}/${id}${number === null ? '' : `.${number}`}.json`;
}

/** The file beside a receipt that holds its lines where they are many. */
export function besideFile(id: string): string {
  return `${Names.receipts}/${id}.ndjson`;
}

/** The receipt and the number that a file has; `number` is Infinity for that of a finished import. Null for no file of ours. */
function partsOf(file: string): { id: string; number: number } | null {
  const found = /^receipts\/([^./]+)(?:\.([1-9]\d{0,8}))?\.json$/.exec(file);
  const [, id, number] = found ?? [];
  return id === undefined ? null : { id, number: number === undefined ? Infinity : Number(number) };
}

/** Whether a later file of the same receipt is in force. */
export function isSuperseded(file: string, { receipts }: Pick<Commit, 'receipts'>): boolean {
  const found = partsOf(file);
  const named = receipts.find(({ id }) => id === found?.id);
  const inForce = named === undefined ? null : partsOf(named.file);
  return found !== null && inForce !== null && found.number < inForce.number;
}

/** Removes the files of receipts that a later one took the place of; one that can't be removed waits for the next time. */
export async function removeOldReceipts(disk: Disk, folder: string, commit: Commit): Promise<void> {
  for (const { name, kind } of (await disk.list(within(folder, Names.receipts))) ?? []) {
    const file = `${Names.receipts}/${name}`;
    if (kind === 'file' && isSuperseded(file, commit))
      await disk.remove(within(folder, file)).catch(() => undefined);
  }
}

/** Of several files of one receipt, the latest; for a commit that is made anew. */
export function latestOnly(files: readonly string[]): string[] {
  const latest = new Map<string, { file: string; number: number }>();
  for (const file of files) {
    const found = partsOf(file);
    if (found === null) continue;
    const before = latest.get(found.id);
    if (before === undefined || before.number < found.number)
      latest.set(found.id, { file, number: found.number });
  }
  return [...latest.values()].map(({ file }) => file);
}
