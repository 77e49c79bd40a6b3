/** The built program, for tests that run it as a person does. */
import { existsSync } from 'node:fs';
import { inRepository } from './repository.ts';
import { runCommand } from './run-command.ts';
import type { CommandOptions, CommandResult } from './run-command.ts';

/** A built file; says what to do where there is none. */
export function builtFile(...parts: string[]): string {
  const file = inRepository('out', ...parts);
  if (!existsSync(file)) throw new Error(`${file} is not built. Run npm run build first.`);
  return file;
}

/** Runs the built command line. */
export function valise(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return runCommand(process.execPath, [builtFile('main', 'cli.cjs'), ...args], options);
}
