/** Electron 25's `protocol.handle`, by way of the older `registerBufferProtocol`. Bodies of requests are not passed on. */
import { protocol, session } from 'electron';
import type { Protocol, ProtocolRequest } from 'electron';

type Handler = (request: Request) => Response | Promise<Response>;

/** Electron's net error for a request that failed. */
const FAILED = -2;

interface OldReply {
  statusCode?: number;
  headers?: Record<string, string>;
  mimeType?: string;
  data?: Buffer;
  error?: number;
}

/** Gives one session's protocol the method, where it lacks it. */
export function addHandle(target: Protocol): void {
  if (Reflect.has(target, 'handle')) return;
  define(target, (scheme, handler) => register(target, scheme, handler));
}

/** The same for the module's own `protocol`, which stands for the default session's and may be asked before it exists. */
export function addHandleToDefault(): void {
  if (Object.hasOwn(protocol, 'handle')) return;
  define(protocol, (scheme, handler) => register(session.defaultSession.protocol, scheme, handler));
}

function define(target: object, handle: (scheme: string, handler: Handler) => void): void {
  Object.defineProperty(target, 'handle', { value: handle, configurable: true });
}

function register(target: Protocol, scheme: string, handler: Handler): void {
  target.registerBufferProtocol(scheme, (asked, reply: (answer: OldReply) => void) => {
    answer(asked, handler).then(reply, (error: unknown) => {
      console.error(error);
      reply({ error: FAILED });
    });
  });
}

async function answer(asked: ProtocolRequest, handler: Handler): Promise<OldReply> {
  const request = new Request(asked.url, { method: asked.method, headers: asked.headers });
  const response = await handler(request);
  const type = response.headers.get('content-type') ?? '';
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    mimeType: type.split(';')[0] ?? '',
    data: Buffer.from(await response.arrayBuffer()),
  };
}
