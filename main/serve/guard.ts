/** The doors: every request is checked for where it was sent to, where it came from, and its cookie. */
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from './headers.ts';
import type { Access } from './access.ts';
import { refusal } from './refusal.ts';

/** The port stands in the name, because cookies of all ports of 127.0.0.1 share one jar. */
const cookieName = (port: number): string => `valise-${port}`;

/**
 * Refuses what was meant for another host (a name that leads to this machine) or comes from another page. Browsers
 * send `Origin` with every POST, and `Sec-Fetch-Site` with everything.
 */
export function checkSender(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const own = `127.0.0.1:${port()}`;
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    if (context.req.header('host') !== own) return refusal(context, 403, 'This address is not ours.');
    if (origin !== undefined && origin !== `http://${own}`)
      return refusal(context, 403, 'Another page may not speak to Valise.');
    const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    // The way in is the one thing that another page (our own redirect file) may lead to.
    if (fromElsewhere && context.req.path !== '/open')
      return refusal(context, 403, 'Another page may not speak to Valise.');
    return next();
  };
}

/** Refuses requests without a session's cookie. */
export function checkCookie(access: Access, port: () => number): MiddlewareHandler {
  return async (context, next) => {
    if (access.admits(getCookie(context, cookieName(port())))) return next();
    return refusal(context, 401, 'Open the address that Valise printed when it was started.');
  };
}

/**
 * Goes on to `/` by script rather than by a redirect: a strict cookie is not sent on a redirect that began on another
 * page, and the address with the code is taken out of the history.
 */
const GO_ON = "location.replace('/' + location.hash)";
const GO_ON_HASH = createHash('sha256').update(GO_ON).digest('base64');

/** `GET /open?code=CODE` */
export function openDoor(access: Access, port: () => number): (context: Context) => Response {
  return context => {
    // A browser that looks ahead while the address is typed must not use the code up.
    if (/prefetch|prerender/.test(context.req.header('sec-purpose') ?? context.req.header('purpose') ?? ''))
      return refusal(context, 503, 'Not ahead of time.');
    const name = cookieName(port());
    const session = access.exchange(context.req.query('code') ?? '');
    if (session === null && !access.admits(getCookie(context, name)))
      return refusal(context, 401, 'This address was used already. Start Valise again for a new one.');
    if (session !== null)
      setCookie(context, name, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    secureHeaders(context, `default-src 'none'; script-src 'sha256-${GO_ON_HASH}'; frame-ancestors 'none'`);
    return context.html(`<!doctype html><title>Valise</title><script>${GO_ON}</script>`);
  };
}
