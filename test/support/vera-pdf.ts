/** veraPDF, the PDF Association's validator, from Maven Central: whether a file is what it says it is. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testCacheFolder } from './cache-folder.ts';
import { lastLine, runCommand } from './run-command.ts';

const OURS = join(import.meta.dirname, 'verapdf');
const VERSION = '1.30.1';

/** The validator's libraries, fetched by Maven at the first call; a reason where that can't be done here. */
export async function veraPdf(): Promise<{ libraries: string } | { absent: string }> {
  if ((await runCommand('java', ['-version'])).code !== 0) return { absent: 'Java is not installed' };
  const libraries = join(testCacheFolder(), `verapdf-${VERSION}`);
  if (existsSync(libraries)) return { libraries };
  await mkdir(testCacheFolder(), { recursive: true });
  const half = await mkdtemp(join(testCacheFolder(), 'verapdf-'));
  const fetched = await runCommand(
    'mvn',
    ['-q', '-B', '-f', join(OURS, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${half}`],
    { timeout: 120_000 },
  );
  if (fetched.code !== 0) {
    await rm(half, { recursive: true, force: true });
    return { absent: `Maven could not fetch it: ${lastLine(fetched.stdout) || lastLine(fetched.stderr)}` };
  }
  // another run may have come first: its libraries are as good
  await rename(half, libraries).catch(() => rm(half, { recursive: true, force: true }));
  return { libraries };
}

/** What veraPDF says of PDFs: a line a file and standard (`1 3a compliant`), and one for each broken rule. */
export async function validated(
  libraries: string,
  pdfs: readonly Uint8Array[],
  flavours: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-verapdf-'));
  try {
    const files = pdfs.map((_, index) => join(folder, `${index + 1}.pdf`));
    await Promise.all(files.map((file, index) => writeFile(file, pdfs[index] ?? '')));
    const classPath = join(libraries, '*');
    const said = await runCommand(
      'java',
      ['-cp', classPath, join(OURS, 'Validate.java'), flavours.join(','), ...files],
      { timeout: 120_000 },
    );
    return said.stdout.trim() || said.stderr.trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}
