import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SAMPLE, opened } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('tells a reader who writes, follows what they commit, and knows when they have ended', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const writer = await opened(folder, { program: 'Another Valise' });
  const reader = await opened(folder, { readOnly: true });
  const before = await reader.follow();
  expect(before).toMatchObject({
    info: { cables: 0, readOnly: true },
    holder: { program: 'Another Valise', here: true, ended: false },
  });
  await writer.import([{ path: SAMPLE }]);
  await wait(1100);
  expect(await reader.follow()).toMatchObject({ info: { cables: 1 } });
  expect((await writer.follow()).holder).toBeNull();

  const lock = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'));
  await writer.close();
  expect((await reader.follow()).holder).toBeNull();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ ...lock, pid: child.pid }));
  expect((await reader.follow()).holder).toMatchObject({ here: true, ended: true });
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ ...lock, host: '0'.repeat(16) }));
  expect((await reader.follow()).holder).toMatchObject({ here: false, ended: false });
});
