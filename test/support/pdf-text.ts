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
