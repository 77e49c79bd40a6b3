/**
 * The engine's process: a worker thread of the serve host, or a utility process of Electron. It serves one port and
 * ends with it: when the host is gone, what runs is cancelled, the commit under way is finished, the lock given back.
 */
import { parentPort } from 'node:worker_threads';
import { createAnswers } from './answers.ts';
import { electronPort, threadPort } from './port.ts';
import type { ElectronPort, Port } from './port.ts';
import { serveCalls } from './server.ts';

/** What Electron puts at `process.parentPort` in a utility process: the first message brings our port. */
interface UtilityProcess {
  parentPort: { once(event: 'message', listener: (event: { ports: ElectronPort[] }) => void): void };
}

function inUtilityProcess(host: object): host is UtilityProcess {
  return 'parentPort' in host && host.parentPort !== undefined && host.parentPort !== null;
}

function serve(port: Port): void {
  const { answers, close } = createAnswers();
  const cancelAll = serveCalls(port, answers);
  port.onClose(() => {
    cancelAll();
    void close().finally(() => process.exit(0));
  });
}

if (parentPort !== null) {
  serve(threadPort(parentPort, 'close'));
} else if (inUtilityProcess(process)) {
  process.parentPort.once('message', event => {
    const [port] = event.ports;
    if (port !== undefined) serve(electronPort(port));
  });
}
