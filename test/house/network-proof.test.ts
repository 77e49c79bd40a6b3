/** The proof that nothing leaves the machine is only worth something if it notices when something does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNetLog } from '../support/network/net-log.ts';
import { callsToOutside, canTrace, reachesOutside, traced } from '../support/network/system-calls.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'valise-proof-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tracing = await canTrace();

describe.runIf(tracing)('by the kernel', () => {
  async function callsOf(script: string): Promise<string[]> {
    const file = join(folder, 'trace.txt');
    const [strace, ...words] = traced(file);
    await runCommand(strace, [...words, process.execPath, '-e', script], { timeout: 30_000 });
    return callsToOutside(file);
  }

  test('a connection to another machine is noticed', async () => {
    // 192.0.2.0/24 is set aside for documentation (RFC 5737): no packet to it arrives anywhere.
    const script =
      "require('net').connect(80, '192.0.2.1').on('error', () => 0); setTimeout(() => process.exit(), 300)";
    expect(await callsOf(script)).not.toEqual([]);
  });

  test('a datagram to another machine is noticed', async () => {
    const script =
      "const s = require('dgram').createSocket('udp4'); s.send('x', 53, '192.0.2.1', () => s.close()); s.on('error', () => s.close())";
    expect(await callsOf(script)).not.toEqual([]);
  });

  test('a name look-up is noticed', async () => {
    const script =
      "const r = new (require('dns').Resolver)({timeout: 300, tries: 1}); r.setServers(['192.0.2.1']); r.resolve4('valise.example', () => 0)";
    expect(await callsOf(script)).not.toEqual([]);
  });

  test('a program that talks to itself is not blamed', async () => {
    const script =
      "const s = require('net').createServer(c => c.end()).listen(0, '127.0.0.1', () => require('net').connect(s.address().port, '127.0.0.1').on('close', () => s.close()))";
    expect(await callsOf(script)).toEqual([]);
  });
});

test('connecting a datagram socket sends nothing, a local resolver does', () => {
  const route =
    '12 connect(46<UDPv6:[33:1]>, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = 0';
  const resolver =
    '12 sendto(46<UDP:[127.0.0.1:41000->127.0.0.53:53]>, "\\1\\2"..., 30, MSG_NOSIGNAL, NULL, 0) = 30';
  expect([route, resolver].map(reachesOutside)).toEqual([false, true]);
});

describe('by the net log', () => {
  const constants = {
    logEventTypes: { HOST_RESOLVER_SYSTEM_TASK: 1, TCP_CONNECT_ATTEMPT: 2, URL_REQUEST_START_JOB: 3 },
  };

  test('look-ups and connections are noticed, loopback is not', () => {
    const file = join(folder, 'net.json');
    const events = [
      { type: 1, params: { host: 'valise.example' } },
      { type: 2, params: { address: '192.0.2.1:443' } },
      { type: 2, params: { address: '127.0.0.1:4000' } },
      { type: 3, params: { url: 'http://127.0.0.1:4000/' } },
    ];
    writeFileSync(file, JSON.stringify({ constants, events }));
    const log = readNetLog(file);
    expect(log.leaks).toEqual([
      'HOST_RESOLVER_SYSTEM_TASK {"host":"valise.example"}',
      'TCP_CONNECT_ATTEMPT {"address":"192.0.2.1:443"}',
    ]);
    expect(log.requests).toEqual(['http://127.0.0.1:4000/']);
  });

  test('a log that was cut off is read as far as it goes', () => {
    const file = join(folder, 'cut.json');
    const head = `{"constants":${JSON.stringify(constants)},\n"events": [\n`;
    writeFileSync(file, `${head}{"type":2,"params":{"address":"192.0.2.1:443"}},\n{"type":2,"par`);
    expect(readNetLog(file).leaks).toHaveLength(1);
  });
});
