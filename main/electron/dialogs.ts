/** The system's dialogs, over our window. */
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';

type WindowNow = () => BrowserWindow | null;

/** Asks for files or folders; empty where the person thought better of it. */
export async function chooseFiles(window: WindowNow, folders: boolean): Promise<string[]> {
  return open(window, {
    title: folders ? 'Import a folder' : 'Import files',
    properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections'],
  });
}

/** Asks for an archive's folder. */
export async function chooseArchive(window: WindowNow, defaultPath: string): Promise<string | null> {
  const [folder] = await open(window, {
    title: 'Open an archive',
    defaultPath,
    properties: ['openDirectory'],
  });
  return folder ?? null;
}

/** Asks where something new is to be: a file to save, an archive's folder to make. */
export async function choosePlace(window: WindowNow, options: SaveDialogOptions): Promise<string | null> {
  const over = window();
  const { canceled, filePath } =
    over === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
  return canceled || filePath === '' ? null : filePath;
}

async function open(window: WindowNow, options: OpenDialogOptions): Promise<string[]> {
  const over = window();
  const { canceled, filePaths } =
    over === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(over, options);
  return canceled ? [] : filePaths;
}
