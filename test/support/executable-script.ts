/** Commands put before an executable, where only the executable can be named: as a small shell script. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a script that runs `words` and hands on whatever arguments it gets, and answers its path. For POSIX systems.
 * `$$` in a word becomes the process id, so that each start has files of its own.
 */
export async function executableScript(
  folder: string,
  name: string,
  words: readonly string[],
): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\nexec ${words.map(quoted).join(' ')} "$@"\n`);
  await chmod(file, 0o755);
  return file;
}

function quoted(word: string): string {
  return word
    .split('$$')
    .map(part => (part === '' ? '' : `'${part.replaceAll("'", String.raw`'\''`)}'`))
    .join('$$');
}
