/** Whether something built is older than what it is made of. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The latest modification time below a file or folder, in milliseconds; 0 where there is none. */
export function latestChange(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter(name => name !== 'node_modules')
    .reduce((latest, name) => Math.max(latest, latestChange(join(path, name))), 0);
}

/** Whether `built` is missing or older than any of its sources. */
export function isStale(built: string, sources: readonly string[]): boolean {
  const time = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some(source => latestChange(source) > time);
}
