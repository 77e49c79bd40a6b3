/** `POST /call/METHOD`: the contract over HTTP. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isMethodName } from '../../preload/contract/methods.ts';
import type { Service } from '../service.ts';
import { refusal } from './refusal.ts';

/** A call's input is small: the longest has ten thousand handles (bytes). */
const LARGEST_INPUT = 2_000_000;

export function callRoutes(service: Service): Hono {
  const routes = new Hono();
  routes.use(
    '/call/*',
    bodyLimit({
      maxSize: LARGEST_INPUT,
      onError: context => refusal(context, 413, 'This is too long for a call.'),
    }),
  );
  routes.post('/call/:method', async context => {
    const name = context.req.param('method');
    if (!isMethodName(name)) return refusal(context, 404, `There is no method "${name}".`);
    if (!/^application\/json\b/.test(context.req.header('content-type') ?? ''))
      return refusal(context, 415, 'A call is JSON.');
    const input: unknown = await context.req.json().catch(() => undefined);
    const result = await service.call(name, input);
    return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } });
  });
  return routes;
}
