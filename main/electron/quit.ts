/** Quitting: a running commit is waited for, the lock given back, then the program ends. */
import type { App } from 'electron';
import type { Logger } from '../log.ts';
import type { Service } from '../service.ts';

/** Lets the program end only after the service has closed. */
export function setupQuit(app: App, service: Service, log: Logger): void {
  let closing: Promise<void> | null = null;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', event => {
    if (closing !== null) return;
    event.preventDefault();
    closing = service
      .close()
      .catch((error: unknown) => log.error({ err: error }, 'the archive could not be closed'))
      .then(() => app.quit());
  });
}
