/**
 * A port, whoever made it: a worker thread's or an Electron MessagePort. Messages are copied, never transferred,
 * because a buffer in the transfer list between processes ends Electron 22's main process.
 */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other end is gone. */
  onClose(listener: () => void): void;
}

/** The part of `worker_threads` ports and workers that we use: messages come bare. */
interface ThreadEnd {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close' | 'exit', listener: () => void): unknown;
}

/** The part of Electron's `MessagePortMain` that we use: messages come in an event. */
export interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** A port out of one end of a worker thread; `closing` is the event that tells that the other end is gone. */
export function threadPort(port: ThreadEnd, closing: 'close' | 'exit'): Port {
  return {
    post: message => port.postMessage(message),
    onMessage: listener => void port.on('message', listener),
    onClose: listener => void port.on(closing, listener),
  };
}

/** A port out of Electron's MessagePort, in main or in a utility process. Starts it with the first listener. */
export function electronPort(port: ElectronPort): Port {
  return {
    post: message => port.postMessage(message),
    onMessage: listener => {
      port.on('message', event => listener(event.data));
      port.start();
    },
    onClose: listener => void port.on('close', listener),
  };
}
