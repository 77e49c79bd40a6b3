/** Runs other programs: what they said and how they ended, never an exception for a mere failure. */
import { spawn } from 'node:child_process';

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** milliseconds until it is killed; none means as long as it takes */
  timeout?: number;
  /** text for its standard input */
  input?: string;
  /** shows its output as it comes, instead of collecting it */
  show?: boolean;
}

export interface CommandResult {
  /** the exit code; 127 where the program isn't there, 124 where time ran out */
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and answers what it wrote. Rejects never. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise(resolve => {
    const output = options.show ? 'inherit' : 'pipe';
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', output, output],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin?.on('error', () => undefined); // it may end without reading its input
    child.stdin?.end(options.input);
    const timer = setTimeout(
      () => {
        timedOut = true;
        child.kill('SIGKILL');
      },
      options.timeout ?? 2 ** 31 - 1,
    );
    child.once('error', error => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr: error.message });
    });
    child.once('close', code => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 1), stdout, stderr });
    });
  });
}

/** The last line that says something, for one-line reasons. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
