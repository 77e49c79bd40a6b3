#!/usr/bin/env node
/** `valise`: the command line. */
import { runCommandLine } from './run.ts';

async function main(): Promise<void> {
  // Not process.exit: what is still in the pipe to the reader must get there.
  process.exitCode = await runCommandLine(process.argv);
}

void main();
