/** Valise in a real Electron. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchElectron } from '../support/electron/launch.ts';
import type { ElectronRuntime } from '../support/electron/runtime.ts';
import type { HostStart, StartedHost } from './host.ts';

/** Starts the built program and waits for its window. */
export async function startElectron(runtime: ElectronRuntime, start: HostStart): Promise<StartedHost> {
  const app = await launchElectron({
    runtime,
    env: { VALISE_HOME: start.home },
    switches: start.netLog ? [`--log-net-log=${join(start.netLog, 'electron.json')}`] : [],
    ...(start.under ? { under: start.under } : {}),
  });
  const page = await app.firstWindow();

  return {
    page,
    async saved(action) {
      const file = join(start.scratch, 'saved.pdf');
      // The system's dialog can't be reached from here, so it is answered in the person's place.
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file);
      await action();
      await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
      return file;
    },
    takeSuggestedPlaces: () =>
      app.evaluate(({ dialog }) => {
        // The options come last, after the window that the dialog stands over.
        dialog.showSaveDialog = (...asked: unknown[]) => {
          const options = asked[asked.length - 1];
          const suggests = typeof options === 'object' && options !== null && 'defaultPath' in options;
          return Promise.resolve({ canceled: false, filePath: suggests ? String(options.defaultPath) : '' });
        };
      }),
    close: () => app.close(),
  };
}
