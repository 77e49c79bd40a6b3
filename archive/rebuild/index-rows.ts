/** The words of all rows indexed anew from the packs. */
import type { Job } from '../archive.ts';
import { searchFolder } from '../import/index-files.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { Disk } from '../store/disk.ts';
import type { Workers } from '../store/load.ts';
import { rebuildCancelled } from '../store/month-scan.ts';
import type { OpenReaders } from '../store/rebuild.ts';
import type { Store } from '../store/store.ts';
import { PackClerks } from './pack-clerks.ts';
import { rowBatches } from './row-batches.ts';

/** Who reads the packs of an archive for a rebuild of its catalogue. */
export function packReaders(disk: Disk, folder: string, workers: Workers | undefined): OpenReaders {
  const segments = searchFolder(folder);
  return (token, bytes) => new PackClerks({ folder, token, segments }, bytes, disk, workers);
}

/**
 * Indexes what each row shows into segments in a folder; they count when a commit names them. Throws `cancelled`, and
 * where the disk fails; what was written by then is nobody's.
 */
export async function indexRows(
  { catalogue, commit, columns, options, view }: Store,
  segments: string,
  { signal, onProgress }: Job = {},
): Promise<SegmentInfo[]> {
  const { disk, folder, workers } = options;
  const bytes = Object.values(commit.packs).reduce((sum, pack) => sum + pack.bytes, 0);
  const clerks = new PackClerks({ folder, token: commit.token, segments }, bytes, disk, workers);
  const rest = { rate: null, secondsLeft: null, file: null } as const;
  let done = 0;
  try {
    await clerks.each(rowBatches({ catalogue, view }), async (clerk, batch) => {
      if (signal?.aborted === true) throw rebuildCancelled();
      await clerk.index(batch);
      done += batch.rows.length;
      onProgress?.({ phase: 'indexing', done, total: columns.rows, unit: 'cables', ...rest });
    });
    if (signal?.aborted === true) throw rebuildCancelled();
    return await clerks.seal();
  } finally {
    await clerks.close();
  }
}
