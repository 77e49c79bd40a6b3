/**
 * What left the machine by the kernel's word: strace's record of the calls that open a way out or send along one.
 * Only Linux has it. Chromium's own events and page events don't see every request; the kernel does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { runCommand } from '../run-command.ts';

/** The command to put before a program so that its network calls, and those of all its children, are written to `file`. */
export function traced(file: string): [program: string, ...words: string[]] {
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg';
  // -D keeps the program itself the process that was started, so that signals reach it; -yy names each socket's protocol
  // and both its ends; a short -s keeps what is sent out of the record.
  return ['strace', '-D', '-f', '-qq', '-yy', '-s', '16', '-e', calls, '-e', 'signal=none', '-o', file];
}

/** Whether strace is here and may trace (containers can forbid it). */
export async function canTrace(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return (await runCommand('strace', ['-f', '-o', '/dev/null', 'true'], { timeout: 10_000 })).code === 0;
}

/** The calls of a record that reach beyond this machine or ask for a name, as strace wrote them. Throws when there is no record. */
export function callsToOutside(file: string): string[] {
  if (!existsSync(file)) throw new Error(`strace wrote nothing to ${file}`);
  return readFileSync(file, 'utf8').split('\n').filter(reachesOutside);
}

const CALL = /^(?:\d+ +)?(connect|sendto|sendmsg|sendmmsg)\((\d+)(?:<(.*?)>)?, /;

/**
 * Whether one line of the record is a way out: any connection of a stream, and anything sent, to an address that is not
 * loopback; and any use of port 53, where even a local resolver would ask further. Connecting a datagram socket sends
 * nothing: Chromium does so to learn which addresses the machine has.
 */
export function reachesOutside(line: string): boolean {
  const call = CALL.exec(line);
  if (!call) return false;
  const [, name, , socket = ''] = call;
  if (name === 'connect' && socket.startsWith('UDP')) return false;
  return farEnds(line, socket).some(end => !isLoopback(end.address) || end.port === 53);
}

interface End {
  address: string;
  port: number;
}

function farEnds(line: string, socket: string): End[] {
  const ends: End[] = [];
  const connected = /->\[?([0-9a-fA-F.:]+?)\]?:(\d+)\]?$/.exec(socket);
  if (connected?.[1] && connected[2]) ends.push({ address: connected[1], port: Number(connected[2]) });
  for (const given of line.matchAll(/sin6?_port=htons\((\d+)\)([^}]*)/g)) {
    const address = /(?:inet_addr\(|inet_pton\(AF_INET6, |sin_addr=inet_addr\()"([^"]+)"/.exec(
      given[2] ?? '',
    );
    ends.push({ address: address?.[1] ?? '', port: Number(given[1]) });
  }
  return ends;
}

function isLoopback(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}
