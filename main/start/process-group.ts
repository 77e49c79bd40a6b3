/** A program with helpers of its own (a browser), ended with all of them. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a program may take to end when asked to (milliseconds). */
const ENDING_TIME = 3000;

/** The code with which the program ends; 1 where it never began. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    child.on('error', () => resolve(1));
    child.on('exit', code => resolve(code));
  });
}

/** Asks a program that leads a group (`detached`) to end, and makes what is left of the group end. Never throws. */
export async function endGroup(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, wait(ENDING_TIME, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
