/**
 * Where things live, the same for all hosts: archives in the person's documents, settings and logs where the system
 * keeps such things. `VALISE_HOME` puts all of them into one folder (a USB stick, tests).
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { documentsFolder } from './documents-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Places {
  /** where archives are made unless the person says otherwise */
  archives: string;
  settings: string;
  logs: string;
  /** what Chromium keeps for itself; nothing in it is the person's work */
  browser: string;
}

/** The folders to use; none of them is made here. */
export function findPlaces(env: Environment = process.env, home = homedir()): Places {
  const own = env['VALISE_HOME'];
  if (own !== undefined && own !== '') {
    return {
      archives: join(own, 'archives'),
      settings: join(own, 'settings'),
      logs: join(own, 'logs'),
      browser: join(own, 'browser'),
    };
  }
  const archives = join(documentsFolder(env, home), 'Valise');
  return { archives, ...systemPlaces(env, home) };
}

function systemPlaces(env: Environment, home: string): Omit<Places, 'archives'> {
  if (process.platform === 'win32') {
    const roaming = env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
    const local = join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Valise');
    return { settings: join(roaming, 'Valise'), logs: join(local, 'Logs'), browser: join(local, 'Browser') };
  }
  if (process.platform === 'darwin') {
    const library = join(home, 'Library');
    return {
      settings: join(library, 'Application Support', 'Valise'),
      logs: join(library, 'Logs', 'Valise'),
      browser: join(library, 'Caches', 'Valise'),
    };
  }
  // The XDG Base Directory Specification: an unset or relative variable means the default.
  return {
    settings: join(absolute(env['XDG_CONFIG_HOME'], join(home, '.config')), 'valise'),
    logs: join(absolute(env['XDG_STATE_HOME'], join(home, '.local', 'state')), 'valise'),
    browser: join(absolute(env['XDG_CACHE_HOME'], join(home, '.cache')), 'valise'),
  };
}

function absolute(value: string | undefined, otherwise: string): string {
  return value !== undefined && value.startsWith('/') ? value : otherwise;
}
