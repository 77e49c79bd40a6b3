/** Who may come in: a code that works once opens a session, a session is a cookie. */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');

export class Access {
  readonly #codes = new Set<string>();
  readonly #sessions = new Set<string>();

  /** A new one-time code for an address. */
  newCode(): string {
    const code = secret();
    this.#codes.add(code);
    return code;
  }

  /** Takes a code for a new session; null where the code was never given or is used up. */
  exchange(code: string): string | null {
    const known = find(this.#codes, code);
    if (known === null) return null;
    this.#codes.delete(known);
    const session = secret();
    this.#sessions.add(session);
    return session;
  }

  admits(session: string | undefined): boolean {
    return session !== undefined && find(this.#sessions, session) !== null;
  }
}

/** Looks for a secret without telling by its time how much of it was right. */
function find(secrets: ReadonlySet<string>, given: string): string | null {
  const bytes = Buffer.from(given);
  for (const known of secrets) {
    const other = Buffer.from(known);
    if (bytes.length === other.length && timingSafeEqual(bytes, other)) return known;
  }
  return null;
}
