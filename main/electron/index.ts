/** The product: Valise in Electron. Puts the parts together, in the order that Electron needs them. */
import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import type { EventData } from '../../preload/contract/events.ts';
import { openLog } from '../log.ts';
import { findPlaces } from '../places.ts';
import { createService } from '../service.ts';
import type { Service } from '../service.ts';
import { createElectronHost } from './electron-host.ts';
import { startEngineProcess } from './engine-process.ts';
import { setupIpc } from './ipc.ts';
import { setupLinks } from './links.ts';
import { setupMenu } from './menu.ts';
import { PrintPages, registerScheme, setupProtocol } from './protocol.ts';
import { setupQuit } from './quit.ts';
import { setupContents, setupSession } from './security.ts';
import { setupSwitches } from './switches.ts';
import { openWindow } from './window.ts';

const places = findPlaces();
const log = openLog(places.logs, 'electron');

let window: BrowserWindow | null = null;
/** whether the window's page is there to be told something */
let pageReady = false;
/** a cable that a link asked for before it was */
let wanted: EventData<'openCable'> | null = null;

async function start(): Promise<void> {
  await app.whenReady();
  const printPages = new PrintPages();
  setupSession(session.defaultSession);
  setupProtocol(protocol, printPages);
  const service = await createService({
    host: createElectronHost(() => window, printPages, places),
    places,
    log,
    startEngine: () => startEngineProcess(log),
  });
  setupIpc(() => window, service);
  setupQuit(app, service, log);
  setupMenu(app, name => service.events.emit({ name: 'command', data: { name } }));
  setupLinks(app, cable => {
    wanted = cable;
    showWanted(service);
  });
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (window === null) void show(service);
  });
  // The window comes up meanwhile; its calls wait for this.
  void service.library.openLast();
  await show(service);
}

/** Opens the window; without one, macOS keeps the program running until it is asked for again. */
async function show(service: Service): Promise<void> {
  const opened = await openWindow(service.settings, created => {
    window = created;
    created.on('closed', () => {
      window = null;
      pageReady = false;
    });
  });
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error({ reason }, 'the page died');
    if (reason !== 'clean-exit') opened.reload();
  });
  pageReady = true;
  showWanted(service);
}

function showWanted(service: Service): void {
  if (wanted === null || !pageReady) return;
  service.events.emit({ name: 'openCable', data: wanted });
  wanted = null;
}

app.setPath('userData', join(places.browser, 'electron'));
setupSwitches(app);
registerScheme(protocol);
setupContents(app);
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    log.fatal({ err: error }, 'Valise could not start');
    app.exit(1);
  });
} else {
  app.quit();
}
