/** What Chromium's network stack did, by its own record (`--log-net-log=FILE`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const EventSchema = z.object({
  type: z.int(),
  params: z.record(z.string(), z.unknown()).optional(),
});
const NetLogSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.int()) }),
  events: z.array(EventSchema),
});

export interface NetLog {
  /** addresses of the requests that were begun, blocked ones too */
  requests: string[];
  /** what a packet or a look-up would need: names asked of a resolver, addresses connected to or sent to, all beyond loopback */
  leaks: string[];
}

/** Events that mean that a name was really asked for; with the resolver's rules in force none of them may occur. */
const LOOKUPS = [
  'HOST_RESOLVER_SYSTEM_TASK',
  'HOST_RESOLVER_PROC_TASK',
  'HOST_RESOLVER_DNS_TASK',
  'DNS_TRANSACTION',
];

/** Reads a net log; one that was cut off by the program's end is closed first. Throws when it holds no event. */
export function readNetLog(file: string): NetLog {
  const log = NetLogSchema.parse(JSON.parse(closed(readFileSync(file, 'utf8'))));
  if (log.events.length === 0) throw new Error(`${file} holds no event`);
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, code]) => [code, name]));
  const found: NetLog = { requests: [], leaks: [] };
  for (const { type, params = {} } of log.events) {
    const name = names.get(type) ?? '';
    if (name === 'URL_REQUEST_START_JOB') found.requests.push(String(params['url']));
    if (LOOKUPS.includes(name)) found.leaks.push(`${name} ${JSON.stringify(params)}`);
    if (isTraffic(name, params['address'])) {
      found.leaks.push(`${name} ${JSON.stringify(params)}`);
    }
  }
  return found;
}

/** Whether an event means a packet to another machine. */
function isTraffic(name: string, address: unknown): boolean {
  const local = typeof address === 'string' && /^(127\.|\[::1\])/.test(address);
  // The end of an attempt names no address; its beginning did.
  if (name === 'TCP_CONNECT_ATTEMPT') return address !== undefined && !local;
  // What is sent without an address goes where the socket is connected to, which is not told here: held for outside.
  return name === 'UDP_BYTES_SENT' && !local;
}

/** The log is written as it goes; its end is missing where the program was killed. */
function closed(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    const lastWhole = text.lastIndexOf('},\n');
    return `${text.slice(0, lastWhole + 1)}]}`;
  }
}
