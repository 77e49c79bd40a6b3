/** `npm start`: Valise in Electron; without it in an installed browser's app window; without that, at an address. */
import { findElectronRuntime } from './start/electron-runtime.ts';
import { runElectron } from './start/run-electron.ts';
import { hasDisplay } from './start/display.ts';
import { runServed } from './start/run-served.ts';

async function main(): Promise<number> {
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  if (!hasDisplay()) {
    say('There is no display here, so Valise opens no window.');
    return runServed(say, false);
  }
  const electron = await findElectronRuntime(say);
  if ('missing' in electron) {
    say(`${electron.missing} Opening Valise in an installed browser instead.`);
    return runServed(say, true);
  }
  const ended = await runElectron(electron.path, process.argv.slice(2));
  if (ended.started) return ended.code;
  say(`Electron did not start (${ended.reason}). Opening Valise in an installed browser instead.`);
  return runServed(say, true);
}

void main().then(
  code => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`valise: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
