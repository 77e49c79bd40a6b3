/** `GET /events`: what the host tells its pages, as server-sent events. */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { HostEvents } from '../events.ts';

/** A sign of life for proxies and sleeping laptops (milliseconds). */
const HEARTBEAT = 15_000;

export function eventRoutes(events: HostEvents): Hono {
  const routes = new Hono();
  routes.get('/events', context =>
    streamSSE(context, async stream => {
      const gone = new Promise<void>(resolve => stream.onAbort(resolve));
      const endListening = events.listen(({ name, data }) => {
        void stream.writeSSE({ event: name, data: JSON.stringify(data) });
      });
      const heartbeat = setInterval(() => void stream.write(': here\n\n'), HEARTBEAT);
      await stream.write(': here\n\n');
      await gone;
      clearInterval(heartbeat);
      endListening();
    }),
  );
  return routes;
}
