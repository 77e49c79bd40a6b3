/** Writes files into a folder of their own and reads them back as cables, as a person's files are read. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readGiven } from '../../archive/formats/index.ts';
import type { RawCable, Refusal } from '../../archive/model/raw.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ReadBack {
  cables: RawCable[];
  refusals: Refusal[];
}

/** Everything that reading these paths yields. */
export async function readPaths(...paths: string[]): Promise<ReadBack> {
  const read: ReadBack = { cables: [], refusals: [] };
  for await (const item of readGiven(paths.map(path => ({ path })))) {
    if (item.kind === 'cable') read.cables.push(item.cable);
    else read.refusals.push(item.refusal);
  }
  return read;
}

/** Writes the files (by their name) into an empty folder and reads each of them as given by itself, in this order. */
export async function readFiles(files: Record<string, string | Uint8Array>): Promise<ReadBack> {
  const folder = await temporaryFolder();
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    paths.push(path);
  }
  return readPaths(...paths);
}

/** The one cable of a file; the test is wrong where there are others or refusals. */
export async function readOne(name: string, content: string | Uint8Array): Promise<RawCable> {
  const { cables, refusals } = await readFiles({ [name]: content });
  const [cable] = cables;
  if (cable === undefined || cables.length > 1 || refusals.length > 0) {
    throw new Error(`expected one cable, got ${cables.length} and ${JSON.stringify(refusals)}`);
  }
  return cable;
}
