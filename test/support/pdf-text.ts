/** The words of a PDF, by poppler's pdftotext, which is not of our making. */
import { runCommand } from './run-command.ts';

/** Whether pdftotext is here (on Debian: poppler-utils). */
export async function hasPdfToText(): Promise<boolean> {
  return (await runCommand('pdftotext', ['-v'])).code === 0;
}

/** The text of each page, with every run of white space as one space. Throws when it is no PDF. */
export async function pdfPages(file: string): Promise<string[]> {
  const done = await runCommand('pdftotext', ['-layout', file, '-'], { timeout: 60_000 });
  if (done.code !== 0) throw new Error(`pdftotext: ${done.stderr}`);
  return done.stdout
    .split('\f')
    .slice(0, -1)
    .map(page => page.replaceAll(/\s+/g, ' ').trim());
}

/** The names of the fonts that a PDF uses but doesn't hold, by poppler's pdffonts. */
export async function fontsNotEmbedded(file: string): Promise<string[]> {
  const done = await runCommand('pdffonts', [file], { timeout: 60_000 });
  if (done.code !== 0) throw new Error(`pdffonts: ${done.stderr}`);
  const [head = '', , ...rows] = done.stdout.trimEnd().split('\n');
  const column = head.indexOf('emb');
  if (column < 0 || rows.length === 0) throw new Error('pdffonts lists no fonts');
  return rows
    .filter(row => row.slice(column, column + 3).trim() !== 'yes')
    .map(row => row.split(' ')[0] ?? row);
}
