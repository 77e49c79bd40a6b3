/** Downloads that several checkouts share live in the user's cache, never in the project. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for what the tests download, by each system's custom; `VALISE_TEST_CACHE` overrides it.
 * Not created here.
 */
export function testCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['VALISE_TEST_CACHE'];
  if (chosen) return chosen;
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Valise', 'test-cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'valise-tests');
  return join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'valise-tests');
}
