/** The only file that listens to the page. It checks who speaks, parses, and hands on. */
import { basename, isAbsolute } from 'node:path';
import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { ArchiveError, errorShape } from '../../archive/errors.ts';
import { channels } from '../../preload/channels.ts';
import type { Handle, Result } from '../../preload/contract/method.ts';
import type { Service } from '../service.ts';
import { isPageAddress } from './addresses.ts';

const PathsSchema = z.array(z.string().min(1).max(32_768)).max(10_000);

/** Listens to the page of one window, and tells it the host's events. */
export function setupIpc(window: () => BrowserWindow | null, service: Service): void {
  const ours = (event: IpcMainInvokeEvent): boolean => isFromPage(event, window());

  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!ours(event) || typeof name !== 'string') return refused();
    return service.call(name, input);
  });

  ipcMain.handle(channels.register, async (event, given: unknown): Promise<Result<Handle[]>> => {
    if (!ours(event)) return refused();
    const paths = PathsSchema.safeParse(given);
    // Only preload can name a path here, and it names those of files that the person dropped.
    if (!paths.success || !paths.data.every(path => isAbsolute(path))) return refused();
    return { ok: true, value: paths.data.map(path => service.handles.give({ path, name: basename(path) })) };
  });

  service.events.listen(({ name, data }) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(channels.event, name, data);
  });
}

/** Whether a message comes from the main frame of our window, showing our page. */
function isFromPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null) return false;
  return frame === window.webContents.mainFrame && isPageAddress(frame.url);
}

function refused(): { ok: false; error: ReturnType<typeof errorShape> } {
  return { ok: false, error: errorShape(new ArchiveError('bad-request', 'Valise does not take this.')) };
}
