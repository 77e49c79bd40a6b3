/**
 * What Node 20 has and Node 16 lacks, as far as Valise uses it. Given to every process of an old runtime by `-r` or
 * NODE_OPTIONS; worker threads inherit it.
 */
import 'core-js/actual/index.js';
import './tracing-channel.ts';
import { Blob } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import channels from 'node:diagnostics_channel';
import os, { cpus } from 'node:os';
import * as streams from 'node:stream/web';
import { BroadcastChannel } from 'node:worker_threads';
import { fetch, File, FormData, Headers, Request, Response } from 'undici';

const missing: Record<string, unknown> = {
  ...streams,
  Blob,
  BroadcastChannel,
  crypto: webcrypto,
  fetch,
  File,
  FormData,
  Headers,
  Request,
  Response,
};
for (const [name, value] of Object.entries(missing)) {
  if (name in globalThis || name === 'default') continue;
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

if (!('availableParallelism' in os)) {
  const processors = (): number => Math.max(1, cpus().length);
  Object.defineProperty(os, 'availableParallelism', { value: processors });
}

if (!('any' in AbortSignal)) {
  Object.defineProperty(AbortSignal, 'any', {
    value: (signals: Iterable<AbortSignal>) => {
      const either = new AbortController();
      for (const signal of signals) {
        const follow = () => either.abort(signal.reason);
        if (signal.aborted) follow();
        else signal.addEventListener('abort', follow, { once: true, signal: either.signal });
      }
      return either.signal;
    },
  });
}

// The log's library asks for one; without subscribers it never uses more than this.
if (!('tracingChannel' in channels)) {
  Object.defineProperty(channels, 'tracingChannel', { value: () => ({ hasSubscribers: false }) });
}
