/** One writer at a time: a lock file created exclusively, and what is done about one that is there already. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import type { LockHolder, Notice } from '../model/archive.ts';
import { systemCode } from './disk.ts';
import type { Disk } from './disk.ts';
import { createDurably, randomName } from './durable.ts';
import { sha256 } from './identity.ts';
import { Names, within } from './layout.ts';
import { isRunning, processStart } from './process-start.ts';

const LockSchema = z.object({
  id: z.string(),
  pid: z.int().positive(),
  thread: z.int().nonnegative(),
  /** see processStart */
  started: z.string().nullable(),
  /** a checksum of the host's name: enough to know it again, and nobody's name in the archive */
  host: z.string(),
  taken: z.string(),
  program: z.string(),
});
type Lock = z.infer<typeof LockSchema>;

export interface HeldLock {
  /** Throws `archive-locked` where somebody else has taken the lock over. */
  check(): Promise<void>;
  /** Gives the lock back; leaves one alone that somebody else has taken over. */
  release(): Promise<void>;
}

export type LockResult = { held: HeldLock; notices: Notice[] } | { held: null; notices: Notice[] };

export interface LockOptions {
  disk: Disk;
  folder: string;
  program: string;
  takeOver: boolean;
}

/** The locks that this thread holds: one of ours that is not among them was left when giving it back failed. */
const heldHere = new Set<string>();

const hostId = () => sha256(`valise-host:${hostname()}`).slice(0, 16);

function parseLock(bytes: Buffer | null): Lock | null {
  if (bytes === null) return null;
  try {
    return LockSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** Why a lock may be taken over, or null where its holder may still live. */
async function whyStale(lock: Lock | null, takeOver: boolean): Promise<string | null> {
  // Torn by a crash at the moment of its making: nobody holds it.
  if (lock === null) return 'it was not whole';
  if (lock.host !== hostId()) return takeOver ? 'you said so' : null;
  if (!isRunning(lock.pid)) return 'the program that held it has ended';
  if (lock.pid === process.pid && lock.thread === threadId && !heldHere.has(lock.id)) {
    return 'this program left it there when the disk failed';
  }
  const started = await processStart(lock.pid);
  if (lock.started !== null && started !== null && started !== lock.started) {
    return 'the program that held it has ended';
  }
  return takeOver && lock.pid === process.pid ? 'you said so' : null;
}

async function create({ disk, folder, program }: LockOptions): Promise<HeldLock> {
  const path = within(folder, Names.lock);
  const lock: Lock = {
    id: randomName(),
    pid: process.pid,
    thread: threadId,
    started: await processStart(process.pid),
    host: hostId(),
    taken: new Date().toISOString(),
    program,
  };
  heldHere.add(lock.id);
  try {
    await createDurably(disk, path, Buffer.from(`${JSON.stringify(lock, null, 1)}\n`));
  } catch (thrown) {
    heldHere.delete(lock.id);
    throw thrown;
  }
  const isOurs = async () => parseLock(await disk.readFile(path))?.id === lock.id;
  return {
    async check() {
      if (await isOurs()) return;
      if ((await disk.list(folder)) === null)
        throw new ArchiveError(
          'io',
          "The archive's folder is gone. If it is on a removable medium, put it back and open the archive again.",
        );
      throw new ArchiveError(
        'archive-locked',
        'Another program has taken over this archive. Nothing more is written to it here; open it again.',
      );
    },
    async release() {
      heldHere.delete(lock.id);
      if (await isOurs()) await disk.remove(path);
    },
  };
}

/** Moves a stale lock out of the way. Another program may do the same at the same moment: the file moved is looked at again. */
async function moveStale({ disk, folder }: LockOptions, stale: Buffer): Promise<void> {
  const path = within(folder, Names.lock);
  await disk.makeFolder(within(folder, Names.aside));
  const moved = join(within(folder, Names.aside), `${Names.lock}.${randomName()}`);
  try {
    await disk.rename(path, moved);
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return;
    throw thrown;
  }
  const found = await disk.readFile(moved);
  if (found !== null && !found.equals(stale) && (await disk.size(path)) === null) {
    await disk.rename(moved, path);
  }
}

/** Who has the archive open for writing, as far as its lock tells; null where nobody has. */
export async function whoHolds(disk: Disk, folder: string): Promise<LockHolder | null> {
  const bytes = await disk.readFile(within(folder, Names.lock));
  const lock = parseLock(bytes);
  if (lock === null) return null;
  const here = lock.host === hostId();
  const ended = here && (await whyStale(lock, false)) !== null;
  return { program: lock.program, since: lock.taken, here, ended };
}

function lockedNotice(lock: Lock | null): Notice {
  const elsewhere = lock !== null && lock.host !== hostId();
  return elsewhere
    ? {
        code: 'locked-elsewhere',
        message:
          'Another computer has this archive open for writing, or left its lock there. It is opened for reading. ' +
          'If no other computer uses it, open it again with --take-over.',
      }
    : {
        code: 'locked',
        message: 'Another program has this archive open for writing. It is opened for reading.',
      };
}

/** Takes the writer's lock, or tells why it can't be had. Throws only where the disk fails. */
export async function takeLock(options: LockOptions): Promise<LockResult> {
  const { disk, folder } = options;
  const notices: Notice[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return { held: await create(options), notices };
    } catch (thrown) {
      if (systemCode(thrown) !== 'EEXIST') throw thrown;
    }
    const bytes = await disk.readFile(within(folder, Names.lock));
    if (bytes === null) continue;
    const lock = parseLock(bytes);
    // A lock that is being written at this moment looks torn: it is given a moment.
    if (lock === null && attempt < 2) {
      await new Promise(resolve => setTimeout(resolve, 100));
      continue;
    }
    const why = await whyStale(lock, options.takeOver);
    if (why === null) return { held: null, notices: [lockedNotice(lock)] };
    await moveStale(options, bytes);
    notices.push({ code: 'lock-taken-over', message: `A lock left behind was taken over: ${why}.` });
  }
  throw new ArchiveError(
    'archive-locked',
    'The lock of this archive changes hands all the time. Try again in a moment.',
  );
}
