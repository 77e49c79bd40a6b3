/** Sends dropped files and folders up to the serve host, one after the other, with their paths within what was dropped. */
import { ResultSchema, HandleSchema } from '../../preload/contract/index.ts';
import { z } from 'zod';
import type { Given, Handle, Result } from '../../preload/contract/index.ts';

/** A file and the path it had in what was dropped, with `/`. */
export interface PathedFile {
  path: string;
  file: File;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

const someEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });

/** What is known of a dropped entry before it is asked. */
export type DroppedEntry = Pick<FileSystemEntry, 'name' | 'isFile' | 'isDirectory'>;

const isFile = (entry: DroppedEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: DroppedEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Every file in an entry, however deep. */
export async function filesIn(entry: DroppedEntry, above = ''): Promise<PathedFile[]> {
  const path = above === '' ? entry.name : `${above}/${entry.name}`;
  if (isFile(entry)) return [{ path, file: await fileOf(entry) }];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: PathedFile[] = [];
  // Chromium gives at most 100 entries a call; an empty answer is the end.
  for (let some = await someEntries(reader); some.length > 0; some = await someEntries(reader)) {
    for (const inside of some) found.push(...(await filesIn(inside, path)));
  }
  return found;
}

/** What was given as a flat list: entries where the browser has them, since only they know folders. */
export async function pathedFiles(given: Given): Promise<PathedFile[]> {
  if (given.entries.length > 0) {
    const found: PathedFile[] = [];
    for (const entry of given.entries) found.push(...(await filesIn(entry)));
    return found;
  }
  return given.files.map(file => ({
    path: file.webkitRelativePath || file.name,
    file,
  }));
}

// XMLHttpRequest, because fetch tells nothing of how much was sent.
function sendOne(url: string, file: File, onSent: (bytes: number) => void): Promise<Result<unknown>> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    const lost = (): void => {
      const message = `${file.name} could not be sent to Valise. See whether it still runs, then drop it again.`;
      resolve({ ok: false, error: { code: 'io', message } });
    };
    request.open('POST', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', event => onSent(event.loaded));
    request.addEventListener('error', lost);
    request.addEventListener('abort', lost);
    request.addEventListener('load', () => resolve(envelopeIn(request.responseText, file.name)));
    request.send(file);
  });
}

function envelopeIn(text: string, name: string): Result<unknown> {
  let told: unknown = null;
  try {
    told = JSON.parse(text);
  } catch {
    // Told below: it is no envelope.
  }
  const envelope = ResultSchema.safeParse(told);
  if (envelope.success) return envelope.data;
  return { ok: false, error: { code: 'io', message: `Valise did not take ${name}. Drop it again.` } };
}

/** Sends everything up and answers a handle for each file or folder at the top of what was dropped. */
export async function sendUp(
  origin: string,
  given: Given,
  onSent: (bytes: number, total: number) => void,
): Promise<Result<Handle[]>> {
  const group = `drop-${crypto.randomUUID()}`;
  const files = await pathedFiles(given);
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  for (const { path, file } of files) {
    const query = new URLSearchParams({ group, path });
    const result = await sendOne(`${origin}/upload?${query}`, file, bytes => onSent(before + bytes, total));
    if (!result.ok) return result;
    before += file.size;
    onSent(before, total);
  }
  const response = await fetch(`${origin}/upload/finish?${new URLSearchParams({ group })}`, {
    method: 'POST',
  });
  const finished = envelopeIn(await response.text(), 'what was dropped');
  if (!finished.ok) return finished;
  const handles = z.array(HandleSchema).safeParse(finished.value);
  if (handles.success) return { ok: true, value: handles.data };
  return { ok: false, error: { code: 'internal', message: 'Valise gave no handles for what was dropped.' } };
}
