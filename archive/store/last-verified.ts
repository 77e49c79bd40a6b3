/** When the archive was last found to be whole: a small file beside the index, for the window to show. */
import { z } from 'zod';
import type { Disk } from './disk.ts';
import { DurableJson } from './durable-json.ts';
import { Names, within } from './layout.ts';

const LastVerifiedSchema = z.object({ verified: z.string() });

function adapterFor(disk: Disk, folder: string): DurableJson<{ verified: string }> {
  return new DurableJson({
    disk,
    path: within(folder, `${Names.index}/verified.json`),
    schema: LastVerifiedSchema,
    aside: within(folder, Names.aside),
    backup: false,
  });
}

/** ISO time of the last check without faults; null where there was none, or its note is damaged. */
export async function readLastVerified(disk: Disk, folder: string): Promise<string | null> {
  const found = await adapterFor(disk, folder)
    .read()
    .catch(() => null);
  return found?.verified ?? null;
}

/** Notes a check without faults. */
export async function writeLastVerified(disk: Disk, folder: string, verified: string): Promise<void> {
  await disk.makeFolder(within(folder, Names.index));
  await adapterFor(disk, folder).write({ verified });
}
