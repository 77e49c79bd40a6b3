/** The security headers, on every answer. */
import type { Context, MiddlewareHandler } from 'hono';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../page-security.ts';

/** Sets the headers of both hosts, and that nothing may be kept. */
export function secureHeaders(context: Context, policy: string): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
  context.header('Content-Security-Policy', policy);
  context.header('Cache-Control', 'no-store');
}

export const addSecureHeaders: MiddlewareHandler = async (context, next) => {
  secureHeaders(context, CONTENT_SECURITY_POLICY);
  await next();
};
