/** The shim of the main process, loaded with `-r` before the program: Node's, then Electron's own younger parts. */
import './node.ts';
import { join } from 'node:path';
import { app } from 'electron';
import { addHandle, addHandleToDefault } from './protocol-handle.ts';

const folder = import.meta.dirname; // where the compiled parts lie

// The engine's process is forked with the environment of this one, so it gets the shim too.
process.env['NODE_OPTIONS'] = `--require ${JSON.stringify(join(folder, 'node.cjs'))}`;

addHandleToDefault();
app.on('session-created', created => {
  addHandle(created.protocol);
  // Electron 35's registerPreloadScript under its older name.
  Reflect.apply(Reflect.get(created, 'setPreloads'), created, [[join(folder, 'preload.cjs')]]);
});
