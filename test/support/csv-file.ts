/** A small `cables.csv` for specs that drop one. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Writes a table of these cables and answers its path. */
export async function writeCsv(
  folder: string,
  name: string,
  cables: readonly { id: string; body: string }[],
): Promise<string> {
  const path = join(folder, name);
  const rows = cables.map(({ id, body }, index) => {
    const columns = [String(index + 1), '4/11/2005 5:42', id, 'Embassy Hanoi', 'UNCLASSIFIED', '', '', body];
    return `${columns.map(quoted).join(',')}\n`;
  });
  await writeFile(path, rows.join(''));
  return path;
}
