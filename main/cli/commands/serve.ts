/** `valise serve ARCHIVE`: the window in a browser, until it is interrupted. */
import { once } from 'node:events';
import { InvalidArgumentError } from 'commander';
import { Exit } from '../exit-codes.ts';
import { withWritingOptions, wholeNumber, writing } from './command.ts';
import type { AddCommand, Choose, WritingOptions } from './command.ts';

export function addServeCommand(add: AddCommand, choose: Choose): void {
  withWritingOptions(add('serve', 'open the archive in a browser on this computer, until interrupted'))
    .argument('<archive>', 'folder of the archive')
    .option('--port <number>', 'the port on 127.0.0.1; 0 for any that is free', portNumber, 0)
    .action((folder: string, options: WritingOptions & { port: number }) =>
      choose(async ({ terminal, job }) => {
        // Loaded here, so that the other commands start without it.
        const { serve } = await import('../../serve/serve.ts');
        const serving = await serve(options.port);
        try {
          const info = await serving.service.library.open(folder, writing(options));
          for (const notice of info.notices) terminal.say(notice.message);
          const address = serving.newAddress();
          if (terminal.json) await terminal.line(JSON.stringify({ address, port: serving.port }));
          else await terminal.line(address);
          terminal.say('Open this address in a browser on this computer; it works once. Ctrl-C ends it.');
          terminal.say("What the browser itself sends elsewhere is outside Valise's promise of no network.");
          if (!job.signal.aborted) await once(job.signal, 'abort');
        } finally {
          await serving.close();
        }
        return Exit.done;
      }),
    );
}

function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}
