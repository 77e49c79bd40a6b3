/** Valise without Electron: the serve host, in an app window where there can be one, else at a printed address. */
import { findBrowser } from '../print/find-browser.ts';
import { serve } from '../serve/serve.ts';
import { openAppWindow } from './app-window.ts';
import type { AppWindow } from './app-window.ts';

type Say = (text: string) => void;

/** Serves until the window is closed or the program interrupted; answers the exit code. */
export async function runServed(say: Say, withWindow: boolean): Promise<number> {
  const interrupted = interruption();
  const serving = await serve(0);
  try {
    // The window comes up meanwhile; its calls wait for this.
    void serving.service.library.openLast();
    const window = withWindow ? await appWindow(serving.newAddress(), say) : null;
    if (window !== null) {
      const end = await Promise.race([window.closed, interrupted]);
      if (end === 'interrupted') await window.close();
      if (end === 'interrupted' || end.cameUp) return 0;
      say('The browser did not come up.');
    }
    process.stdout.write(`${serving.newAddress()}\n`);
    say('Open this address in a browser on this computer; it works once. Ctrl-C ends Valise.');
    say("What that browser itself sends elsewhere is outside Valise's promise of no network.");
    await interrupted;
    return 0;
  } finally {
    await serving.close();
  }
}

async function appWindow(address: string, say: Say): Promise<AppWindow | null> {
  const browser = await findBrowser();
  if (browser === null) {
    say('No Chromium, Chrome or Edge was found.');
    return null;
  }
  say(`Valise is in the window of ${browser.name}. Close it or press Ctrl-C to end.`);
  return openAppWindow(browser, address);
}

/** Resolves at the first interrupt; a second one ends the program at once. */
function interruption(): Promise<'interrupted'> {
  return new Promise(resolve => {
    let asked = false;
    const interrupt = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve('interrupted');
    };
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    process.on('SIGHUP', interrupt);
  });
}
