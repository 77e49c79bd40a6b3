/** Asks a runtime what it is, which also shows whether it starts at all: system libraries may be missing. */
import { z } from 'zod';
import { lastLine, runCommand } from '../run-command.ts';

const VersionsSchema = z.object({ electron: z.string(), node: z.string() });
export type Versions = z.infer<typeof VersionsSchema>;

const ASK = 'console.log(JSON.stringify(process.versions))';

/** The versions inside an Electron executable, or why it doesn't start. Needs no display. */
export async function probeElectron(executable: string): Promise<Versions | { missing: string }> {
  const answer = await runCommand(executable, ['-e', ASK], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 60_000,
  });
  const versions = parseVersions(lastLine(answer.stdout));
  if (versions) return versions;
  const reason = lastLine(answer.stderr) || `exit code ${answer.code}`;
  return { missing: `Electron does not start here: ${reason}.` };
}

function parseVersions(text: string): Versions | undefined {
  try {
    return VersionsSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
