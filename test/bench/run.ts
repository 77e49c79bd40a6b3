/** `npm run bench -- NAME [argument]...` runs test/bench/NAME.ts; without a name it says which there are. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/run-command.ts';
import { inRepository } from '../support/repository.ts';

const own = 'run.ts';

async function main([name, ...rest]: string[]): Promise<number> {
  const benches = readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.ts') && file !== own)
    .map(file => file.replace(/\.ts$/, ''));
  const file = join(import.meta.dirname, `${name ?? ''}.ts`);
  if (name === undefined || !existsSync(file) || !benches.includes(name)) {
    console.error(`usage: npm run bench -- NAME [argument]...\nThere are: ${benches.join(', ')}`);
    return 2;
  }
  const tsx = inRepository('node_modules', 'tsx', 'dist', 'cli.mjs');
  return (await runCommand(process.execPath, [tsx, file, ...rest], { show: true })).code;
}

void main(process.argv.slice(2)).then(code => (process.exitCode = code));
