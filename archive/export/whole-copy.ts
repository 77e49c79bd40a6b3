/** A copy of the whole archive, as it was at one commit, while it goes on being used. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Job } from '../archive.ts';
import { segmentsOf } from '../import/index-files.ts';
import { writeBag } from '../store/bag.ts';
import { writeCommit } from '../store/commit.ts';
import type { Commit } from '../store/commit.ts';
import { createDurably } from '../store/durable.ts';
import { FORMAT_VERSION, Names, within } from '../store/layout.ts';
import { receiptFiles } from '../store/receipt-files.ts';
import type { Store } from '../store/store.ts';
import { FileCopier, Vanished } from './copy-files.ts';

interface Named {
  name: string;
  bytes: number;
}

/** The files of the catalogue's parts: what the commit names, and what stands beside it under the same name. */
async function catalogueFiles({ options: { disk, folder } }: Store, { catalogue }: Commit): Promise<Named[]> {
  const stem = (name: string) => name.replace(/\.[^./]*$/, '');
  const named = new Map(catalogue.map(({ file, bytes }) => [file, { name: file, bytes }]));
  const stems = new Set([...named.keys()].map(stem));
  for (const { name, kind } of (await disk.list(within(folder, Names.index))) ?? []) {
    const file = `${Names.index}/${name}`;
    if (kind !== 'file' || named.has(file) || !stems.has(stem(file))) continue;
    named.set(file, { name: file, bytes: (await disk.size(within(folder, file))) ?? 0 });
  }
  return [...named.values()];
}

/** Files that a later commit may replace: they are copied first. */
async function passing(store: Store, commit: Commit): Promise<Named[]> {
  const segments = segmentsOf(commit).flatMap(({ files }) => files);
  return [
    ...receiptFiles(commit).map(({ file, bytes }) => ({ name: file, bytes })),
    ...(await catalogueFiles(store, commit)),
    ...segments.map(({ name, bytes }) => ({ name: `${Names.index}/${Names.search}/${name}`, bytes })),
  ];
}

const sum = (files: readonly { bytes: number }[]) => files.reduce((all, { bytes }) => all + bytes, 0);

/** How many bytes a copy of the archive has, the notes left out. */
export async function copySize(store: Store): Promise<number> {
  return sum(await passing(store, store.commit)) + sum(Object.values(store.commit.packs));
}

/** An import that goes on commits every few seconds; so often the copy begins with its newest commit again. */
const ATTEMPTS = 4;

/**
 * Copies receipts and index of one commit and answers it. Where the archive changes too fast, the index stays behind and
 * is made anew in the copy; a file that is really gone stays gone, and the copy's check names it.
 */
async function copyPassing(store: Store, copier: FileCopier): Promise<Commit> {
  for (let attempt = 1; ; attempt += 1) {
    await store.catchUp();
    const last = attempt === ATTEMPTS;
    const commit = last ? { ...store.commit, catalogue: [], segments: [], indexedRows: 0 } : store.commit;
    const files = await passing(store, commit);
    try {
      for (const { name, bytes } of files) {
        await copier.file(name, bytes).catch((thrown: unknown) => {
          if (!last || !(thrown instanceof Vanished)) throw thrown;
        });
      }
      return commit;
    } catch (thrown) {
      if (!(thrown instanceof Vanished)) throw thrown;
      await copier.takeBack(files.map(({ name }) => name));
    }
  }
}

/** Copies everything but the notes. With `own` the copy is an archive of its own: its own id and token, nothing before it. */
async function copyAll(store: Store, copier: FileCopier, own: boolean): Promise<Commit> {
  const commit = await copyPassing(store, copier);
  if (!own) {
    for (const [name, state] of Object.entries(commit.packs)) await copier.pack(name, state);
    return { ...commit, version: FORMAT_VERSION };
  }
  const tokens = { from: commit.token, to: randomBytes(16).toString('hex') };
  const packs: Commit['packs'] = {};
  for (const [name, state] of Object.entries(commit.packs))
    packs[name] = await copier.freshPack(name, state, tokens);
  const { program } = store.options;
  const made = new Date().toISOString();
  const identity = { id: randomUUID(), token: tokens.to, made, committed: made, generation: 0, program };
  return { ...commit, ...identity, packs, version: FORMAT_VERSION };
}

/**
 * Copies the archive into a folder that was prepared; the commit comes last. `notes` is what notes.json is to hold, or
 * null for a copy without anything private. Throws `cancelled`, `disk-full`, `read-only`, `io`.
 */
export async function copyWhole(store: Store, folder: string, notes: Buffer | null, job: Job): Promise<void> {
  const { disk, folder: from } = store.options;
  const copier = new FileCopier(disk, from, folder, await copySize(store), job);
  const commit = await copyAll(store, copier, notes === null);
  await disk.makeFolder(within(folder, Names.data));
  if (notes !== null) await createDurably(disk, within(folder, Names.notes), notes);
  await copier.seal();
  await writeBag(disk, folder, commit);
  await writeCommit(disk, folder, commit);
}
