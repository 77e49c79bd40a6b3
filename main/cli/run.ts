/** Runs a command line to its end and answers the exit code. */
import { Command, CommanderError } from 'commander';
import { errorShape } from '../../archive/errors.ts';
import { VERSION } from '../program.ts';
import type { Action, AddCommand, Choose } from './commands/command.ts';
import { addArchiveCommands } from './commands/archive.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addParseCommand } from './commands/parse.ts';
import { addReadCommands } from './commands/read.ts';
import { addServeCommand } from './commands/serve.ts';
import { Exit, exitCodes } from './exit-codes.ts';
import { createSession } from './session.ts';
import { Terminal } from './terminal.ts';

/** Runs `valise ...`; never throws. The first interrupt cancels and waits, the second ends at once. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const terminal = new Terminal(argv.includes('--json'));
  const cancel = new AbortController();
  const interrupt = () => {
    if (cancel.signal.aborted) process.exit(Exit.cancelled);
    cancel.abort();
    terminal.say('Stopping; what is done so far is kept. Interrupt again to end at once.');
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  terminal.watchReader(() => cancel.abort());

  const chosen: { action: Action | null } = { action: null };
  const program = commands(action => {
    chosen.action = action;
  });
  try {
    await program.parseAsync([...argv]);
    if (chosen.action === null) return Exit.usage;
    const code = await chosen.action(createSession(terminal, cancel.signal));
    return terminal.readerGone ? Exit.done : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.done : Exit.usage;
    if (terminal.readerGone) return Exit.done;
    const shape = errorShape(error);
    terminal.done();
    terminal.fault(shape);
    return exitCodes[shape.code];
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

function commands(choose: Choose): Command {
  const program = new Command('valise')
    .description('Reads archives of diplomatic cables, offline.')
    .version(VERSION)
    .showHelpAfterError('Say valise --help for the commands.')
    .exitOverride();
  const add: AddCommand = (name, description) =>
    program
      .command(name)
      .description(description)
      .option('--json', 'print the result as JSON')
      .exitOverride();
  addImportCommand(add, choose);
  addReadCommands(add, choose);
  addParseCommand(add, choose);
  addExportCommand(add, choose);
  addArchiveCommands(add, choose);
  addServeCommand(add, choose);
  return program;
}
