/** The project's own files: what git tracks or would track, so that builds and downloads stay out. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, repository } from '../support/repository.ts';

const OUTSIDE = new Set(['node_modules', 'out', 'dist', 'test-results', 'coverage', '.git']);

/** Every file of the project, as paths from its root with `/`. Works in a copy without git, too. */
export function projectFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter(file => file !== '' && existsSync(inRepository(file)));
  } catch {
    return walk('');
  }
}

function walk(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return OUTSIDE.has(entry.name) ? [] : walk(path);
    return [path];
  });
}

/** The code that people write and read here. */
export function sourceFiles(): string[] {
  return projectFiles().filter(file =>
    /^(archive|main|preload|renderer|test)\/.*\.(ts|tsx|cjs|css)$/.test(file),
  );
}
