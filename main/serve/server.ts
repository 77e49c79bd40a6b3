/** The serve host, put together: routes behind their doors, on 127.0.0.1. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { ArchiveError } from '../../archive/errors.ts';
import { rendererFolder } from '../built.ts';
import { readPageFile } from '../page-files.ts';
import type { Service } from '../service.ts';
import { Access } from './access.ts';
import { callRoutes } from './calls.ts';
import { downloadRoutes } from './downloads.ts';
import type { Downloads } from './downloads.ts';
import { eventRoutes } from './event-stream.ts';
import { checkCookie, checkSender, openDoor } from './guard.ts';
import { addSecureHeaders } from './headers.ts';
import { refusal } from './refusal.ts';
import { uploadRoutes } from './upload-routes.ts';
import type { Uploads } from './uploads.ts';

export interface RunningServer {
  readonly port: number;
  /** A new address that opens the page once. */
  newAddress(): string;
  close(): Promise<void>;
}

/** Starts to serve; port 0 takes any that is free. Throws `io` where the port is taken. */
export async function startServer(
  service: Service,
  uploads: Uploads,
  downloads: Downloads,
  wantedPort: number,
): Promise<RunningServer> {
  const access = new Access();
  let port = wantedPort;
  const app = new Hono();
  app.use(addSecureHeaders);
  app.use(checkSender(() => port));
  app.get(
    '/open',
    openDoor(access, () => port),
  );
  app.use(checkCookie(access, () => port));
  app.route('/', callRoutes(service));
  app.route('/', eventRoutes(service.events));
  app.route('/', uploadRoutes(uploads, service.handles));
  app.route('/', downloadRoutes(downloads));
  app.get('*', async context => {
    const file = await readPageFile(rendererFolder(), new URL(context.req.url).pathname);
    if (file === null) return refusal(context, 404, 'There is no such page.');
    return context.body(file.bytes, 200, { 'Content-Type': file.type });
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  if (!isHttp(server)) throw new ArchiveError('internal', 'The server is of another kind.');
  // A drop may be as long as the person's patience; nobody but this machine can reach us.
  server.requestTimeout = 0;
  port = await listen(server, wantedPort);
  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}/open?code=${access.newCode()}`,
    close: () => stop(server),
  };
}

function isHttp(server: object): server is Server {
  return 'requestTimeout' in server && 'closeAllConnections' in server;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', error => {
      reject(
        new ArchiveError('io', `Port ${port} can't be had: ${error.message}. Choose another with --port.`),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    // Pages keep their event streams open for ever.
    server.closeAllConnections();
  });
}
