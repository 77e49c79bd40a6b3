/** The end-to-end suite: Playwright over test/e2e/, once for each host, counted from its JSON report. */
import { z } from 'zod';
import { inRepository, repository } from '../repository.ts';
import { runCommand } from '../run-command.ts';
import { withReport } from './report-file.ts';
import type { Tally } from './tally.ts';

export type Host = 'serve' | 'electron';

const ReportSchema = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  errors: z.array(z.unknown()),
});

/** Runs the specs on one host and shows what Playwright says. `env` reaches the specs. */
export async function runEndToEndTests(host: Host, env: Record<string, string>): Promise<Tally> {
  let code = 1;
  const report = await withReport(ReportSchema, async file => {
    const cli = inRepository('node_modules', '@playwright', 'test', 'cli.js');
    const config = inRepository('test', 'e2e', 'playwright.config.ts');
    const words = ['test', `--config=${config}`, `--project=${host}`, '--reporter=list,json'];
    const done = await runCommand(process.execPath, [cli, ...words], {
      cwd: repository,
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      show: true,
    });
    code = done.code;
  });
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + report.errors.length;
  return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}
