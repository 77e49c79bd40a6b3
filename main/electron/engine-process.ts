/** The engine in a utility process of its own, so that the window stays responsive and a crash leaves it standing. */
import { MessageChannelMain, utilityProcess } from 'electron';
import type { EngineProcess } from '../../archive/worker/client.ts';
import { electronPort } from '../../archive/worker/port.ts';
import { builtMain } from '../built.ts';
import type { Logger } from '../log.ts';

/** Starts the built engine and gives it one end of a channel; it ends when that closes. */
export function startEngineProcess(log: Logger): EngineProcess {
  const child = utilityProcess.fork(builtMain('engine.cjs'), [], { serviceName: 'Valise engine' });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('port', [port2]);
  const port = electronPort(port1);
  return {
    port: {
      post: message => port.post(message),
      onMessage: listener => port.onMessage(listener),
      onClose: listener => {
        let told = false;
        const once = () => {
          if (!told) listener();
          told = true;
        };
        port.onClose(once);
        child.on('exit', code => {
          if (code !== 0) log.error({ code }, 'the engine process ended');
          once();
        });
      },
    },
    kill: () => void child.kill(),
  };
}
