/** Recoll over the same generated cables, for the bench of the search: a file a cable, its own configuration. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCables } from './generate-cables.ts';
import { runCommand } from './run-command.ts';

export interface RecollTimes {
  indexSeconds: number;
  /** milliseconds for each question, rising; each starts its program, as a person at a shell does */
  questions: number[];
}

/** Indexes `count` cables and asks; null where Recoll is not installed. */
export async function recoll(
  folder: string,
  count: number,
  questions: readonly string[],
): Promise<RecollTimes | null> {
  const config = join(folder, 'recoll');
  const files = join(folder, 'recoll-files');
  mkdirSync(config, { recursive: true });
  mkdirSync(files, { recursive: true });
  writeFileSync(join(config, 'recoll.conf'), `topdirs = ${files}\n`);
  for (const { id, header, body } of generateCables(count)) {
    writeFileSync(join(files, `${id}.txt`), `${header}\n${body}`);
  }
  const started = performance.now();
  const { code } = await runCommand('recollindex', ['-c', config]);
  if (code !== 0) return null;
  const indexSeconds = (performance.now() - started) / 1000;
  const times: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await runCommand('recollq', ['-c', config, '-n', '20', question]);
    times.push(performance.now() - asked);
  }
  return { indexSeconds, questions: times.sort((a, b) => a - b) };
}
