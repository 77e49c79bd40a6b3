/** Refusals of requests that never reach a method: a page for people, an envelope for programs. */
import type { Context } from 'hono';

/** Answers with a status and a sentence, in the form that the asker reads. */
export function refusal(
  context: Context,
  status: 401 | 403 | 404 | 413 | 415 | 503,
  message: string,
): Response {
  const wantsPage =
    context.req.method === 'GET' && (context.req.header('accept') ?? '').includes('text/html');
  if (wantsPage) {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Valise</title><p>${message}</p></html>`;
    return context.html(page, status);
  }
  return context.json({ ok: false, error: { code: 'bad-request', message } }, status);
}
