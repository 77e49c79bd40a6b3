/** The person's documents folder, which the three systems keep in three ways. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The documents folder; `Documents` in the home folder where the system doesn't say. */
export function documentsFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const found = process.platform === 'win32' ? fromRegistry(env) : fromUserDirs(env, home);
  return found ?? join(home, 'Documents');
}

/** The freedesktop user directories file: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`. macOS has no such file, and needs none. */
function fromUserDirs(env: Readonly<Record<string, string | undefined>>, home: string): string | null {
  const config = env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  let text: string;
  try {
    text = readFileSync(join(config, 'user-dirs.dirs'), 'utf8');
  } catch {
    return null;
  }
  const value = /^\s*XDG_DOCUMENTS_DIR="([^"\n]*)"/m.exec(text)?.[1];
  if (value === undefined) return null;
  const folder = value.replace(/^\$HOME(?=\/|$)/, home);
  // "$HOME" itself is how the file says that there is no documents folder.
  return folder.startsWith('/') && folder.replace(/\/+$/, '') !== home ? folder : null;
}

/** Windows lets people and OneDrive move the folder; the registry knows where to. */
function fromRegistry(env: Readonly<Record<string, string | undefined>>): string | null {
  const reg = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
  try {
    const answer = execFileSync(reg, ['query', key, '/v', 'Personal'], { encoding: 'utf8', timeout: 5000 });
    const value = /REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(answer)?.[1];
    return value?.replace(/%([^%]+)%/g, (whole: string, name: string) => env[name] ?? whole) ?? null;
  } catch {
    return null;
  }
}
