/** The unit suite: vitest over test/, counted from its JSON report. */
import { z } from 'zod';
import { inRepository, repository } from '../repository.ts';
import { runCommand } from '../run-command.ts';
import { withReport } from './report-file.ts';
import type { Tally } from './tally.ts';

const ReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** Runs all unit tests and shows what vitest says. `env` reaches the tests. */
export async function runUnitTests(env: Record<string, string>): Promise<Tally> {
  let code = 1;
  const report = await withReport(ReportSchema, async file => {
    const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const done = await runCommand(process.execPath, [vitest, 'run', ...reporters], {
      cwd: repository,
      // Vite warns of a way of loading its configuration that is yet to come.
      env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...env },
      show: true,
    });
    code = done.code;
  });
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  // A file that can't be loaded, or fails before its tests, has no failed test of its own.
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    // An error outside of every test ends vitest with a failure, too.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
