/** What a started Valise offers to a spec, whichever host it runs on. */
import type { CDPSession, Page } from '@playwright/test';

export type HostName = 'serve' | 'electron';

export interface StartedHost {
  page: Page;
  /** Does `action`, which makes the program save a file, and answers where that file lies. */
  saved(action: () => Promise<void>): Promise<string>;
  /** From now on the system's dialogs, where the host has any, are answered with the place they suggest. */
  takeSuggestedPlaces(): Promise<void>;
  close(): Promise<void>;
}

export interface HostStart {
  /** `VALISE_HOME` of this run */
  home: string;
  /** a folder for what the run leaves behind */
  scratch: string;
  /** a folder where each Chromium that Valise starts writes what its network stack does, when wanted */
  netLog?: string | undefined;
  /** a command to put before what is started, when wanted */
  under?: readonly string[] | undefined;
}

/** Another program that has the archive of a home open for writing, without a window. */
export interface Holder {
  close(): Promise<void>;
}

/** Drops files and folders on the middle of the page as the system does, with their real paths. */
export async function dropOn(page: Page, paths: readonly string[]): Promise<void> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const at = { x: Math.floor(width / 2), y: Math.floor(height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await devtools.detach();
}
