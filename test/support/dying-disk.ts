/** The real disk of a process that is killed in the midst of the nth change it makes: half of a write is on disk. */
import { faultyDisk } from './faulty-disk.ts';
import type { FaultyDisk } from './faulty-disk.ts';

/** `at` counts changes from 1. The process ends as by SIGKILL: nothing of it runs any more. */
export function dyingDisk(at: number): FaultyDisk {
  return faultyDisk({ at, code: 'EIO', lasting: true, onFault: () => process.kill(process.pid, 'SIGKILL') });
}
