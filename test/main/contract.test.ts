import { describe, expect, it } from 'vitest';
import { Engine } from '../../main/engine.ts';
import { HostEvents } from '../../main/events.ts';
import { answer, createHandlers } from '../../main/handlers/index.ts';
import { Handles } from '../../main/handles.ts';
import { Jobs } from '../../main/jobs.ts';
import { Library } from '../../main/library.ts';
import { openLog } from '../../main/log.ts';
import { findPlaces } from '../../main/places.ts';
import { Downloads } from '../../main/serve/downloads.ts';
import { createServeHost } from '../../main/serve/serve-host.ts';
import { Settings } from '../../main/settings.ts';
import { methods } from '../../preload/contract/methods.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The handlers over a host of their own; the engine is never started. */
async function handlers() {
  const places = findPlaces({ VALISE_HOME: await temporaryFolder() });
  const log = openLog(places.logs, 'test');
  const engine = new Engine(() => {
    throw new Error('no engine here');
  }, log);
  const settings = await Settings.open(places.settings);
  const events = new HostEvents();
  const library = new Library({ engine, settings, events, places, log });
  const host = createServeHost(new Downloads());
  return createHandlers({ host, engine, library, handles: new Handles(), jobs: new Jobs(), events });
}

const faults: unknown[] = [];
const keep = (fault: unknown) => void faults.push(fault);

describe('the handlers', () => {
  it('are those of the contract, all of them and no more', async () => {
    expect(Object.keys(await handlers()).sort()).toEqual(Object.keys(methods).sort());
  });

  it('see no input that the contract does not have', async () => {
    const table = await handlers();
    for (const name of Object.keys(methods)) {
      const result = await answer(table, name, 'nonsense', keep);
      expect([name, result]).toMatchObject([name, { ok: false, error: { code: 'bad-request' } }]);
    }
  });

  it('are reached by the names of methods only', async () => {
    const table = await handlers();
    for (const name of ['constructor', '__proto__', 'toString', 'host.nothing', ''])
      expect(await answer(table, name, {}, keep)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
  });

  it('tell a fault of ours to the log and the page', async () => {
    const before = faults.length;
    const result = await answer(await handlers(), 'archive.info', {}, keep);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', message: 'no engine here' } });
    expect(faults).toHaveLength(before + 1);
  });

  it('take no handle that they never gave', async () => {
    const input = { handle: 'abcdefghijklmnop' };
    const result = await answer(await handlers(), 'library.open', input, keep);
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});
