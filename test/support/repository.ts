/** Where the project lies, whatever folder a test is started from. */
import { resolve } from 'node:path';

/** The project's root folder. */
export const repository = resolve(import.meta.dirname, '..', '..');

/** A path inside the project, from its root. */
export function inRepository(...parts: string[]): string {
  return resolve(repository, ...parts);
}
