/** Where the project lies, whatever folder a test is started from. */
import { resolve } from 'node:path';

/** The project's root folder. Not `import.meta.dirname`: all three runners (vitest, Playwright, tsx) know `__dirname`. */
export const repository = resolve(__dirname, '..', '..');

/** A path inside the project, from its root. */
export function inRepository(...parts: string[]): string {
  return resolve(repository, ...parts);
}
