/** What the commands share: how one is added, and the options of all that open an archive. */
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { OpenWishes, Session } from '../session.ts';

/** What a command does, given its session: answers the exit code. */
export type Action = (session: Session) => Promise<number>;

/** Makes a command with what all have. */
export type AddCommand = (name: string, description: string) => Command;

/** Hands over what the command line asks for; it runs after all of it has been understood. */
export type Choose = (action: Action) => void;

/** Options of a command that may write; one that only reads takes no lock and leaves the archive as it is. */
export interface WritingOptions {
  readOnly?: boolean;
  takeOver?: boolean;
}

/** Adds the options of commands that write. */
export function withWritingOptions(command: Command): Command {
  return command
    .option('--read-only', 'change nothing in the archive')
    .option('--take-over', "take the lock of another computer that can't give it back");
}

/** How to open for writing, as the options say. */
export function writing({ readOnly, takeOver }: WritingOptions): OpenWishes {
  return { readOnly: readOnly === true, takeOver: takeOver === true };
}

/** How to open for reading only. */
export const reading: OpenWishes = { readOnly: true, takeOver: false };

/** A whole number from zero, as an option's value. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
