/** The rules of the house that no linter knows: sizes, names, and a guide in each folder. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { expect, test } from 'vitest';
import { inRepository } from '../support/repository.ts';
import { projectFiles, sourceFiles } from './project-files.ts';

const MAX_LINES = 250;

/** These are fixtures: whatever they are called is what the sources of cables are called. */
const isFixture = (file: string) => file.startsWith('test/fixtures/');

test('no source file is longer than 250 lines', () => {
  const long = sourceFiles()
    .filter(file => !isFixture(file))
    .map(file => ({ file, lines: readFileSync(inRepository(file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

test('files are named kebab-case, or PascalCase for a component, and none is a drawer for odds and ends', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|bench|d))?\.(ts|tsx|cjs|css)$/;
  const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?\.(tsx|css)$/;
  const drawer = /^(utils?|helpers?|misc|common|lib)\./;
  const odd = sourceFiles()
    .filter(file => !isFixture(file))
    .filter(file => {
      const name = basename(file);
      return !(kebab.test(name) || pascal.test(name)) || drawer.test(name);
    });
  expect(odd).toEqual([]);
});

test('every room has a guide', () => {
  const rooms = new Set<string>();
  for (const file of sourceFiles()) {
    if (isFixture(file)) continue;
    const [top, room] = file.split('/');
    if (top === undefined || room === undefined) continue;
    rooms.add(top);
    // A folder below renderer/ or test/ is a shelf of its room, and the room's guide names it.
    if ((top === 'archive' || top === 'main') && dirname(file) !== top) rooms.add(posix.join(top, room));
  }
  const without = [...rooms].filter(room => !hasGuide(room) && !isNamedAbove(room));
  expect(without).toEqual([]);
});

const hasGuide = (room: string) => existsSync(inRepository(room, 'README.md'));

/** A small room may be told of in the guide of the house it is in. */
function isNamedAbove(room: string): boolean {
  const above = dirname(room);
  if (above === '.' || !hasGuide(above)) return false;
  return readFileSync(inRepository(above, 'README.md'), 'utf8').includes(`${basename(room)}/`);
}

test('guides are short', () => {
  const long = projectFiles()
    .filter(file => file.endsWith('/README.md'))
    .filter(file => readFileSync(inRepository(file), 'utf8').split('\n').length > 120);
  expect(long).toEqual([]);
});
