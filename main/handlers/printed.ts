/** Chosen cables as PDF: one file, or a folder of volumes where they are more than one file takes. */
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { ArchiveError } from '../../archive/errors.ts';
import type { ShownCable } from '../../archive/model/archive.ts';
import { MOST_PRINTED } from '../../archive/model/handing-over.ts';
import type { Delivery } from '../../preload/contract/delivery.ts';
import type { JobId } from '../../preload/contract/method.ts';
import { exportName } from '../export-name.ts';
import { printChosen } from '../print-cables.ts';
import { printVolumes, volumesOf } from '../print-volumes.ts';
import { cable } from './cables.ts';
import type { Context } from './context.ts';
import { progressOf } from './context.ts';
import { placeForTheEye } from './library.ts';

/** Prints cables, `ID` or `ID@KEY` each, and hands the PDF over. Throws what printing throws. */
export async function printed(
  context: Context,
  job: JobId,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Delivery> {
  const tell = paced(context, job, ids.length);
  tell(0);
  if (ids.length > MOST_PRINTED) return inVolumes(context, ids, signal, tell);
  const pdf = await onePdf(context, ids, { signal, onPrinted: tell });
  return context.host.deliver(pdf, exportName(ids, 'pdf'), 'application/pdf');
}

async function onePdf(
  { engine, host }: Context,
  ids: readonly string[],
  printing: Parameters<typeof printChosen>[3],
): Promise<Uint8Array> {
  const { signal } = printing;
  const reader = {
    show: (id: string, key?: string) => engine.call('show', cable(id, key), { signal }),
    reading: (_: ShownCable, id: string, key?: string) => engine.call('reading', cable(id, key), { signal }),
  };
  const made = await host.withPrinter(print => printChosen(reader, ids, print, printing), signal);
  return (await engine.call('archivalCopies', { ...made, parts: [...made.parts] }, { signal })).pdf;
}

/** Each volume has a browser of its own, so that what a browser keeps to itself does not grow with the volumes. */
async function inVolumes(
  context: Context,
  ids: readonly string[],
  signal: AbortSignal,
  tell: (done: number) => void,
): Promise<Delivery> {
  const { host, library } = context;
  const name = basename(exportName(ids, 'pdf'), '.pdf');
  const folder = await host.placeCopy(name, library.suggestFolder(name));
  if (folder === null) return { kind: 'cancelled' };
  const isNew = await emptyFolder(folder, library.path);
  const volumes = volumesOf(ids, join(folder, name));
  try {
    const finished = await printVolumes(volumes, {
      signal,
      print: ({ choices, label }, before) =>
        onePdf(context, choices, { signal, volume: label, onPrinted: done => tell(before + done) }),
    });
    const said = { name: basename(folder), place: placeForTheEye(folder) };
    return { kind: 'saved', ...said, volumes: { finished, of: volumes.length } };
  } finally {
    // Where nothing was finished, nothing of ours stays: a folder with something in it can't be removed so.
    if (isNew) await rmdir(folder).catch(() => undefined);
  }
}

/** Makes the folder where there is none, and answers whether it did. Throws `bad-request` where it has anything in it, or lies in the archive. */
async function emptyFolder(folder: string, archive: string | null): Promise<boolean> {
  const inside = archive === null ? '..' : relative(resolve(archive), resolve(folder));
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside)
    throw new ArchiveError('bad-request', 'An archive keeps no other files. Choose a folder outside of it.');
  let isNew: boolean;
  try {
    isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ArchiveError('io', `The folder could not be made: ${reason}`, undefined, thrown);
  }
  if ((await readdir(folder)).length > 0)
    throw new ArchiveError(
      'bad-request',
      `${basename(folder)} has files in it already, which are left alone. Choose a folder that is new or empty.`,
    );
  return isNew;
}

/** Tells the window how many are printed and, once that can be judged, how long it will go on. */
function paced(context: Context, job: JobId, total: number): (done: number) => void {
  // From the first one on: before it somebody chooses a place, and a browser starts.
  let first: { done: number; at: number } | null = null;
  return done => {
    if (done > 0) first ??= { done, at: Date.now() };
    const since = first === null ? 0 : done - first.done;
    const seconds = first === null ? 0 : (Date.now() - first.at) / 1000;
    const secondsLeft = since < 5 ? null : ((total - done) * seconds) / since;
    progressOf(
      context,
      job,
    )({
      phase: 'printing',
      unit: 'cables',
      done,
      total,
      rate: null,
      secondsLeft,
      file: null,
    });
  };
}
