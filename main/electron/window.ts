/** The window: sandboxed, where it was last time. */
import { BrowserWindow, screen } from 'electron';
import type { Rectangle } from 'electron';
import { preloadFile } from '../built.ts';
import type { Settings, WindowState } from '../settings.ts';
import { PAGE_ADDRESS } from './addresses.ts';

const SMALLEST = { width: 640, height: 480 };
const USUAL: WindowState = { x: null, y: null, width: 1200, height: 800, maximized: false };

/** Opens the window, hands it over before its page begins, and shows it once that is drawn. */
export async function openWindow(
  settings: Settings,
  onCreated: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const state = settings.window ?? USUAL;
  const window = new BrowserWindow({
    ...boundsFor(
      state,
      screen.getAllDisplays().map(display => display.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Valise',
    show: false,
    autoHideMenuBar: false,
    webPreferences: {
      preload: preloadFile(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    settings.keepWindow({ x, y, width, height, maximized: window.isMaximized() }).catch(() => {
      // A medium that can't be written keeps no window state; that is no reason to keep the window open.
    });
  });
  onCreated(window);
  await window.loadURL(PAGE_ADDRESS);
  return window;
}

/** Where the window goes: as it was, unless that is on a screen that is gone. */
export function boundsFor(
  { x, y, width, height }: WindowState,
  screens: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  if (x === null || y === null) return { width, height };
  const reachable = screens.some(
    area =>
      x < area.x + area.width - 100 &&
      x + width > area.x + 100 &&
      y >= area.y &&
      y < area.y + area.height - 50,
  );
  return reachable ? { x, y, width, height } : { width, height };
}
