/**
 * Brings an archive of an older format up to this one. The commit is put in place by one rename, which is all of it:
 * whoever is killed before leaves the old archive, whoever is killed after it the new one.
 */
import { join } from 'node:path';
import type { Notice } from '../model/archive.ts';
import { writeBag } from './bag.ts';
import { writeCommit } from './commit.ts';
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { createDurably, randomName } from './durable.ts';
import { FORMAT_VERSION, Names, within } from './layout.ts';
import { stepsFrom } from './migrations.ts';

export interface MigrateOptions {
  disk: Disk;
  folder: string;
  program: string;
}

/** The files that change: small ones, so that each is kept as it was. Packs, receipts and notes stay what they are. */
const changing = [Names.commit, Names.bagit, Names.bagInfo, Names.manifest, Names.tagManifest];

async function keepOriginals(disk: Disk, folder: string, format: number): Promise<string> {
  const name = `${Names.aside}/format-${format}-${randomName()}`;
  await disk.makeFolder(within(folder, name));
  for (const file of changing) {
    const bytes = await disk.readFile(within(folder, file));
    if (bytes !== null) await createDurably(disk, join(within(folder, name), file), bytes);
  }
  await disk.syncFolder(within(folder, name));
  await disk.syncFolder(within(folder, Names.aside));
  return name;
}

/** What a reader of an older archive is told, which it can't bring up to date. */
export function olderNotice({ version }: Commit): Notice {
  return {
    code: 'format-older',
    message: `This archive is of format ${version}; the present one is ${FORMAT_VERSION}. It is read as it is, and brought up to date when it is opened where it can be written.`,
  };
}

/** Migrates an archive whose lock is held and which is whole. `commit` has the fields of this format already. */
export async function migrate(
  { disk, folder, program }: MigrateOptions,
  commit: Commit,
): Promise<{ commit: Commit; notice: Notice }> {
  const { version: before } = commit;
  const kept = await keepOriginals(disk, folder, before);
  const next: Commit = {
    ...commit,
    version: FORMAT_VERSION,
    generation: commit.generation + 1,
    committed: new Date().toISOString(),
    program,
  };
  await writeCommit(disk, folder, next);
  await writeBag(disk, folder, next);
  const brings = stepsFrom(before).map(step => step.brings);
  const message = `This archive was brought from format ${before} to format ${FORMAT_VERSION}. ${brings.join(' ')} Programs of the older format can't open it any more; the files that changed are kept in ${kept}.`;
  return { commit: next, notice: { code: 'migrated', message } };
}
