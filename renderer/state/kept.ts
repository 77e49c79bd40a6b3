/** Small things that the window keeps between starts, in the browser's own storage: never the person's work. */
import type { z } from 'zod';

/** What was kept under a name; the fallback where there is nothing, or nothing of that shape. */
export function readKept<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  fallback: z.output<Schema>,
): z.output<Schema> {
  try {
    const kept = localStorage.getItem(`valise.${name}`);
    if (kept === null) return fallback;
    const parsed = schema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : fallback;
  } catch {
    return fallback;
  }
}

/** Keeps something; a browser that refuses (private mode, full) costs comfort only. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`valise.${name}`, JSON.stringify(value));
  } catch {
    // Nothing is lost but the place where the person was.
  }
}
