import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { threadPort } from '../../archive/worker/port.ts';
import { Engine } from '../../main/engine.ts';
import { HostEvents } from '../../main/events.ts';
import type { HostEvent } from '../../main/events.ts';
import { createHandlers } from '../../main/handlers/index.ts';
import { Handles } from '../../main/handles.ts';
import { Jobs } from '../../main/jobs.ts';
import { Library } from '../../main/library.ts';
import { openLog } from '../../main/log.ts';
import { findPlaces } from '../../main/places.ts';
import { Downloads } from '../../main/serve/downloads.ts';
import { createServeHost } from '../../main/serve/serve-host.ts';
import { Settings } from '../../main/settings.ts';
import { PROGRAM, SAMPLE, opened } from '../support/archive-folder.ts';
import { builtFile } from '../support/built.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The handlers over the real engine in a thread, and what they told the windows. */
async function program() {
  const places = findPlaces({ VALISE_HOME: await temporaryFolder() });
  const log = openLog(places.logs, 'test');
  const threads: Worker[] = [];
  const engine = new Engine(() => {
    const thread = new Worker(builtFile('main', 'engine.cjs'));
    threads.push(thread);
    return { port: threadPort(thread, 'exit'), kill: () => void thread.terminate() };
  }, log);
  onTestFinished(() => engine.close().catch(() => undefined));
  const events = new HostEvents();
  const told: HostEvent[] = [];
  events.listen(event => told.push(event));
  const settings = await Settings.open(places.settings);
  const library = new Library({ engine, settings, events, places, log });
  const host = createServeHost(new Downloads());
  const handlers = createHandlers({
    host,
    engine,
    library,
    handles: new Handles(),
    jobs: new Jobs(),
    events,
  });
  return { handlers, library, told, places, kill: async () => threads.at(-1)?.terminate() };
}

it('carries notes between the window and the archive, tells every window, and survives the engine', async () => {
  const { handlers, library, told, kill } = await program();
  const folder = join(await temporaryFolder(), 'archive');
  await library.create(folder, 'Papers');
  const edit = { kind: 'add-note', cable: '05HANOI841', text: 'GENERATED' } as const;
  const { revision } = await handlers['work.edit']({ edit });
  expect(told.at(-1)).toEqual({ name: 'work', data: { revision } });
  await kill();
  expect((await handlers['work.cable']({ id: '05HANOI841' })).notes).toMatchObject([{ text: 'GENERATED' }]);
});

it('keeps the notes on a locked archive in the settings, and offers to merge them', async () => {
  const { handlers, library, told, places } = await program();
  const folder = join(await temporaryFolder(), 'archive');
  const writer = await opened(folder);
  await writer.import([{ path: SAMPLE }]);
  expect(await library.open(folder)).toMatchObject({ readOnly: true });
  const edit = { kind: 'add-note', cable: '05HANOI841', text: 'GENERATED' } as const;
  await handlers['work.edit']({ edit });
  expect(told.at(-1)).toMatchObject({
    name: 'archive',
    data: { notices: [{ code: 'locked' }, { code: 'notes-beside' }] },
  });
  await writer.close();
  expect(await library.open(folder)).toMatchObject({ notices: [{ code: 'notes-to-merge' }] });
  expect(await handlers['work.mergeOverlay']({})).toMatchObject({ added: 1, waiting: 0 });
  expect(told.at(-1)).toMatchObject({ name: 'archive', data: { notices: [] } });
  const overlayFolder = join(places.settings, 'notes');
  await library.open(join(await temporaryFolder(), 'other'), { create: {} });
  const last = await opened(folder, { overlayFolder, program: PROGRAM });
  expect((await last.work.all()).notes).toMatchObject([{ text: 'GENERATED' }]);
});
