/** What package.json promises: exact versions, nothing shipped unbundled, and every command that the guides name. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inRepository } from '../support/repository.ts';
import { projectFiles } from './project-files.ts';

const PackageSchema = z.object({
  private: z.boolean().optional(),
  bin: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()),
});

const LockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

const manifest = PackageSchema.parse(JSON.parse(readFileSync(inRepository('package.json'), 'utf8')));

test('every version is exact', () => {
  const loose = Object.entries(manifest.devDependencies).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('nothing is needed at run time that the build does not hold', () => {
  expect(manifest.dependencies).toBeUndefined();
});

test("it can't be published by accident, for the name is another's on npm", () => {
  expect(manifest.private).toBe(true);
});

test('every npm script that a guide names is there', () => {
  const named = projectFiles()
    .filter(file => file.endsWith('.md') || file.startsWith('.github/') || file === '.ci/run')
    .flatMap(file => [
      ...readFileSync(inRepository(file), 'utf8').matchAll(/npm run ([a-z][a-z0-9:]*)(?![\w:$])/g),
    ])
    .map(match => match[1]);
  const missing = named.filter(name => name !== undefined && !(name in manifest.scripts));
  expect(missing).toEqual([]);
});

test("the lock file names every platform's part of a package, or npm ci would refuse it", () => {
  const { packages } = LockSchema.parse(JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8')));
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      name => !placesOf(place, name).some(path => path in packages),
    ),
  );
  expect(missing).toEqual([]);
});

/** Where Node would look for a package from another one's place. */
function placesOf(place: string, name: string): string[] {
  const folders = place
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...folders].map(folder =>
    folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`,
  );
}
