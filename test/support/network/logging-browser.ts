/** A browser that writes down what its network stack does, wherever a program starts it by its path alone. */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { executableScript } from '../executable-script.ts';
import { readNetLog } from './net-log.ts';
import type { NetLog } from './net-log.ts';

/** Writes a script that starts the browser with a log of its own in `logs` each time, and answers the script's path. */
export async function loggingBrowser(scratch: string, browser: string, logs: string): Promise<string> {
  await mkdir(logs, { recursive: true });
  return executableScript(scratch, 'chromium', [browser, `--log-net-log=${logs}/$$.json`]);
}

/**
 * All logs of a folder together; throws where there is none. A browser that ended before its network stack began (it was
 * stopped, or handed its page to the one that runs) leaves a log of no bytes.
 */
export async function readNetLogs(folder: string): Promise<NetLog> {
  const logs: NetLog[] = [];
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    if ((await stat(path)).size > 0) logs.push(readNetLog(path));
  }
  if (logs.length === 0) throw new Error(`no browser wrote a log to ${folder}`);
  return { requests: logs.flatMap(log => log.requests), leaks: logs.flatMap(log => log.leaks) };
}
