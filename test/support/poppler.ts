/** What poppler's tools say of a PDF. Tests that need them are skipped, and say so, where they are not installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasPoppler = ['pdftotext', 'pdfinfo', 'pdffonts'].every(
  tool => spawnSync(tool, ['-v']).error === undefined,
);

function run(pdf: Uint8Array, tool: string, before: readonly string[], after: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'valise-poppler-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const { stdout, stderr, status } = spawnSync(tool, [...before, file, ...after], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${tool}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, in the order of its content. */
export function pageTexts(pdf: Uint8Array): string[] {
  return run(pdf, 'pdftotext', ['-raw', '-enc', 'UTF-8'], ['-']).split('\f').slice(0, -1);
}

/** One field of `pdfinfo`. */
export function pdfField(pdf: Uint8Array, field: string): string {
  const line = run(pdf, 'pdfinfo', [], [])
    .split('\n')
    .find(candidate => candidate.startsWith(`${field}:`));
  return line?.slice(field.length + 1).trim() ?? '';
}

/** The fonts of a PDF and whether they are embedded. */
export function pdfFonts(pdf: Uint8Array): { name: string; embedded: boolean }[] {
  return run(pdf, 'pdffonts', [], [])
    .split('\n')
    .slice(2)
    .filter(line => line.trim() !== '')
    .map(line => ({
      name: line.split(/\s+/)[0] ?? '',
      embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)?.[1] === 'yes',
    }));
}

/** The text of the structure tree, as a screen reader would have it. */
export function spokenText(pdf: Uint8Array): string {
  const lines = run(pdf, 'pdfinfo', ['-struct-text'], []).split('\n');
  const quoted = lines.map(line => /^ +"(.*)"$/.exec(line)?.[1]).filter(line => line !== undefined);
  return quoted.join('').replace(/\s+/g, ' ');
}
