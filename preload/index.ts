/** The sandboxed bridge: hands the page `window.valise`, and nothing else of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { z } from 'zod';
import { channels } from './channels.ts';
import { createBridge } from './create-bridge.ts';

// The page's policy forbids code made of strings, which zod would try.
z.config({ jitless: true });

contextBridge.exposeInMainWorld(
  'valise',
  createBridge({
    invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
    listen: listener =>
      void ipcRenderer.on(channels.event, (_event, name: unknown, data: unknown) => listener(name, data)),
    pathOf: file => webUtils.getPathForFile(file),
  }),
);
