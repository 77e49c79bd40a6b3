/** A runner's JSON report, which goes through a temporary file because its standard output is for people. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';

/** Runs something that writes a JSON report to the given file, and answers the report; null where it wrote none. */
export async function withReport<Schema extends z.ZodType>(
  schema: Schema,
  run: (file: string) => Promise<unknown>,
): Promise<z.output<Schema> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-report-'));
  const file = join(folder, 'report.json');
  try {
    await run(file);
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    console.error(`No report: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
