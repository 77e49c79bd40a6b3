/** A small archive to work on: three generated cables, and edits of the work that make something. */
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Archive } from '../../archive/archive.ts';
import { opened, writeCsv } from './archive-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bodyOf = (number: number): string =>
  `UNCLAS HANOI ${number}\n\nSUBJECT: GENERATED ${number}\n\n1. GENERATED: the delegation asked for ${number} visas.\n\nMARINE`;

/** An archive of `05HANOI1`, `05HANOI2` and `05HANOI3`. */
export async function withThreeCables(): Promise<{ archive: Archive; folder: string }> {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const cables = [1, 2, 3].map(number => ({ id: `05HANOI${number}`, body: bodyOf(number) }));
  await archive.import([{ path: await writeCsv(await temporaryFolder(), 'cables.csv', cables) }]);
  return { archive, folder };
}

/** Makes an edit; the answer is the id of what it made. */
export async function made(archive: Archive, edit: Parameters<Archive['work']['edit']>[0]): Promise<string> {
  const step = await archive.work.edit(edit);
  expect(step.made).not.toBeNull();
  return step.made ?? '';
}
