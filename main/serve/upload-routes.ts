/** `POST /upload` and `POST /upload/finish`. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { errorShape } from '../../archive/errors.ts';
import type { Result } from '../../preload/contract/method.ts';
import type { Handles } from '../handles.ts';
import type { Uploads } from './uploads.ts';

type Bindings = { Bindings: HttpBindings };

export function uploadRoutes(uploads: Uploads, handles: Handles): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.post('/upload', async context => {
    const { group = '', path = '' } = context.req.query();
    return context.json(
      await enveloped(async () => ({ received: await uploads.receive(group, path, context.env.incoming) })),
    );
  });
  routes.post('/upload/finish', async context => {
    const { group = '' } = context.req.query();
    return context.json(await enveloped(async () => uploads.finish(group).map(given => handles.give(given))));
  });
  return routes;
}

async function enveloped<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: errorShape(error) };
  }
}
