/** That the lint's rules bite: one violation of each, in a copy of the house, must be found; what is allowed must not. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { inRepository } from '../support/repository.ts';

const RESTRICTED = 'eslint(no-restricted-imports)';

/** File, its code, and the rule that must speak up. */
const violations: [file: string, code: string, rule: string][] = [
  ['archive/store/a.ts', "import { app } from 'electron';\napp.quit();", RESTRICTED],
  ['archive/store/b.ts', "import { x } from '../../main/x.ts';\nx();", RESTRICTED],
  ['archive/store/c.ts', "import { x } from '../../preload/contract/x.ts';\nx();", RESTRICTED],
  ['archive/store/d.ts', "import { x } from '../../renderer/x.ts';\nx();", RESTRICTED],
  ['archive/store/e.ts', "import { useState } from 'react';\nuseState();", RESTRICTED],
  ['archive/model/a.ts', "import { open } from 'node:fs';\nopen();", RESTRICTED],
  ['archive/model/b.ts', "import { x } from '../store/x.ts';\nx();", RESTRICTED],
  ['archive/record.ts', "import { x } from 'node:path';\nx();", RESTRICTED],
  ['preload/a.ts', "import { x } from '../main/x.ts';\nx();", RESTRICTED],
  ['preload/b.ts', "import { x } from '../archive/store/x.ts';\nx();", RESTRICTED],
  ['preload/c.ts', "import { x } from 'node:path';\nx();", RESTRICTED],
  ['renderer/views/A.tsx', "import { ipcRenderer } from 'electron';\nipcRenderer.send('x');", RESTRICTED],
  ['renderer/views/B.tsx', "import { x } from '../../archive/open.ts';\nx();", RESTRICTED],
  ['renderer/views/C.tsx', "import { x } from '../../preload/index.ts';\nx();", RESTRICTED],
  ['renderer/views/D.tsx', "import { x } from '../../main/x.ts';\nx();", RESTRICTED],
  ['main/a.ts', "import { x } from '../renderer/x.ts';\nx();", RESTRICTED],
  ['main/b.ts', "import { x } from '../test/support/x.ts';\nx();", RESTRICTED],
  ['archive/long.ts', 'export const x = [\n' + '  1,\n'.repeat(260) + '];', 'eslint(max-lines)'],
  ['archive/any.ts', 'export const x: any = 1;', 'typescript(no-explicit-any)'],
  [
    'archive/sure.ts',
    'declare const y: string | null;\nexport const x = y!;',
    'typescript(no-non-null-assertion)',
  ],
  ['archive/loose.ts', 'export const f = (a: number) => a == 1;', 'eslint(eqeqeq)'],
  ['archive/loud.ts', "console.log('x');", 'eslint(no-console)'],
  [
    'archive/floating.ts',
    'async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}',
    'typescript(no-floating-promises)',
  ],
];

const allowed: [file: string, code: string][] = [
  ['archive/store/fine.ts', "import { open } from 'node:fs/promises';\nawait open('x');"],
  [
    'preload/fine.ts',
    "import type { CableRecord } from '../archive/record.ts';\nexport type X = CableRecord;",
  ],
  [
    'renderer/views/Fine.tsx',
    "import { methods } from '../../preload/contract/index.ts';\nexport const x = methods;",
  ],
  ['main/fine.ts', "import { openArchive } from '../archive/open.ts';\nopenArchive('x');"],
];

const DiagnosticsSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })),
});

let house: string;
let found: { rule: string; file: string }[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'valise-house-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'archive/tsconfig.json']) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    copyFileSync(inRepository(file), join(house, file));
  }
  symlinkSync(inRepository('node_modules'), join(house, 'node_modules'), 'junction');
  for (const [file, code] of [...violations, ...allowed]) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${code}\n`);
  }
  found = lint();
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

function lint(): { rule: string; file: string }[] {
  const report = join(house, 'report.json');
  const script = inRepository('node_modules', 'oxlint', 'bin', 'oxlint');
  try {
    const output = execFileSync(process.execPath, [script, '--type-aware', '--format=json'], {
      cwd: house,
      encoding: 'utf8',
    });
    writeFileSync(report, output);
  } catch (error) {
    // oxlint ends with 1 when it has found something, which is what is wanted here.
    if (!(error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')) throw error;
    writeFileSync(report, error.stdout);
  }
  const { diagnostics } = DiagnosticsSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  return diagnostics.map(({ code, filename }) => ({
    rule: code ?? '',
    file: filename.replaceAll('\\', '/'),
  }));
}

test.each(violations)('%s is refused', (file, _code, rule) => {
  expect(found.filter(one => one.file.endsWith(file)).map(one => one.rule)).toContain(rule);
});

test.each(allowed)('%s is allowed its imports', file => {
  expect(found.filter(one => one.file.endsWith(file) && one.rule === RESTRICTED)).toEqual([]);
});
