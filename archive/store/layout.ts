/** Where things lie in an archive folder. Names hold nothing that FAT, a case-insensitive system or a shell would trip over. */
import { join } from 'node:path';

/** Rises when an older program would read an archive wrongly; see migrations.ts. */
export const FORMAT_VERSION = 2;

export const Names = {
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  readMe: 'README.txt',
  commit: 'commit.json',
  lock: 'lock.json',
  notes: 'notes.json',
  data: 'data',
  receipts: 'receipts',
  aside: 'aside',
  index: 'index',
  search: 'search',
} as const;

/** An absolute path inside the archive, from a name with `/` as the bag and the commit write it. */
export function within(folder: string, name: string): string {
  return join(folder, ...name.split('/'));
}

/** A new name that nothing else has: for temporary files and for what is set aside. */
export function uniqueName(base: string, random: string): string {
  return `${base.replaceAll('/', '-')}.${random}`;
}
