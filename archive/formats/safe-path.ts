/** Names from hostile sources made fit for provenance: relative, with `/`, never above what was given, one line. */

const longestPath = 4096;

/**
 * The path of a member inside an archive file, or null where it is unsafe: absolute, with a drive letter, or climbing out
 * with `..`. Backslashes count as separators, as Windows takes them.
 */
export function safeMemberPath(written: string): string | null {
  if (written === '' || written.length > longestPath || written.includes('\0')) return null;
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return null;
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return null;
  return printable(parts.join('/'));
}

/** The name under which something given is shown: never the path above it, whatever it was called. */
export function shownName(name: string): string {
  const parts = name.split(/[/\\]/).filter(part => part !== '' && part !== '.' && part !== '..');
  const shown = printable(parts.join('/').slice(-longestPath));
  return shown === '' ? 'unnamed' : shown;
}

/** Control characters (a name may hold line breaks) and the direction marks that disguise names, as `%XX`. */
export function printable(name: string): string {
  // eslint-disable-next-line no-control-regex
  return name.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, character =>
    encodeURIComponent(character),
  );
}
