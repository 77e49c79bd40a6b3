/** The end-to-end and command-line tests run what is built; an old build would test yesterday's program. */
import { inRepository, repository } from '../repository.ts';
import { isStale } from '../newer.ts';
import { runCommand } from '../run-command.ts';

const SOURCES = ['archive', 'main', 'preload', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds where `out/` is older than its sources. Answers whether there is a build to test. */
export async function buildWhereStale(): Promise<boolean> {
  const built = [inRepository('out', 'main', 'cli.cjs'), inRepository('out', 'renderer', 'index.html')];
  const sources = SOURCES.map(source => inRepository(source));
  if (!built.some(file => isStale(file, sources))) return true;
  console.log('Building ...');
  const cli = inRepository('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const done = await runCommand(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: repository });
  if (done.code !== 0) console.error(done.stdout + done.stderr);
  return done.code === 0;
}
