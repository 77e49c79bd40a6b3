/** Everything that `valise serve` and a start without Electron need: the service, its engine's thread, the server. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openLog } from '../log.ts';
import { findPlaces } from '../places.ts';
import { createService } from '../service.ts';
import type { Service } from '../service.ts';
import { Downloads } from './downloads.ts';
import { startEngineThread } from './engine-thread.ts';
import { createServeHost } from './serve-host.ts';
import { startServer } from './server.ts';
import { Uploads } from './uploads.ts';

export interface Serving {
  readonly service: Service;
  readonly downloads: Downloads;
  readonly port: number;
  /** A new address that opens the page once. */
  newAddress(): string;
  /** Stops to serve, waits for a running commit, removes what was sent up. */
  close(): Promise<void>;
}

/** Starts the serve host; no archive is open yet. */
export async function serve(port: number): Promise<Serving> {
  const places = findPlaces();
  const log = openLog(places.logs, 'serve');
  const downloads = new Downloads(join(places.browser, 'downloads', randomBytes(8).toString('hex')));
  const uploads = new Uploads(join(places.browser, 'uploads', randomBytes(8).toString('hex')));
  const host = createServeHost(downloads);
  const service = await createService({
    host: { ...host, imported: given => uploads.discard(given) },
    places,
    log,
    startEngine: () => startEngineThread(log),
  });
  const server = await startServer(service, uploads, downloads, port);
  return {
    service,
    downloads,
    port: server.port,
    newAddress: () => server.newAddress(),
    close: async () => {
      await server.close();
      await service.close();
      await uploads.close();
      await downloads.close();
    },
  };
}
