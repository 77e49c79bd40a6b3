/** The menu: what the window carries out is sent to it as a command, what Electron knows itself is a role. */
import { Menu } from 'electron';
import type { App, MenuItemConstructorOptions } from 'electron';
import type { EventData } from '../../preload/contract/events.ts';

type Command = EventData<'command'>['name'];

/** Sets the application's menu; `send` takes a command to the window. */
export function setupMenu(app: App, send: (command: Command) => void): void {
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('&New Archive…', 'new-archive'),
        item('&Open Archive…', 'open-archive', 'CmdOrCtrl+O'),
        { type: 'separator' },
        item('&Import Files…', 'import', 'CmdOrCtrl+I'),
        item('Import a &Folder…', 'import-folder', 'CmdOrCtrl+Shift+I'),
        { type: 'separator' },
        item('&Save as PDF…', 'save-pdf', 'CmdOrCtrl+S'),
        item('&Print…', 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        ...(mac ? [] : [item('Se&ttings…', 'settings', 'CmdOrCtrl+,')]),
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('&Find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Back', 'back', 'Alt+Left'),
        item('&Forward', 'forward', 'Alt+Right'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ type: 'separator' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('&Keyboard Shortcuts', 'shortcuts', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
