/** Methods that print: the preview, the archival copy as PDF, and paper. */
import type { PrintDocument } from '../../archive/print/document.ts';
import type { Delivery } from '../../preload/contract/delivery.ts';
import type { ParsedInput } from '../../preload/contract/methods.ts';
import { copyName, documentOf } from '../print-cable.ts';
import { PROGRAM } from '../program.ts';
import { cable } from './cables.ts';
import type { Context, HandlersOf } from './context.ts';
import { progressOf } from './context.ts';

/** A page that is ready to print; its PDF is made only when it is asked for. */
interface Ready {
  document: PrintDocument;
  name: string;
  pdf: () => Promise<Uint8Array>;
}

export function printHandlers(context: Context): HandlersOf<'print'> {
  const { engine, host, jobs } = context;

  const prepare = async (id: string, key: string | undefined, signal: AbortSignal): Promise<Ready> => {
    const asked = cable(id, key);
    const shown = await engine.call('show', asked, { signal });
    const reading = await engine.call('reading', asked, { signal });
    const document = await documentOf(shown, reading);
    const pdf = async (): Promise<Uint8Array> => {
      const printed = { pdf: await host.printPdf(document, signal), title: document.title, program: PROGRAM };
      return (await engine.call('archivalCopy', { ...asked, ...printed }, { signal })).pdf;
    };
    return { document, name: copyName(shown), pdf };
  };

  const printing = (
    { id, key, job }: ParsedInput<'print.pdf'>,
    deliver: (ready: Ready) => Promise<Delivery>,
  ): Promise<Delivery> =>
    jobs.run(job, async signal => {
      const progress = { done: 0, total: 1, rate: null, secondsLeft: null, file: null };
      progressOf(context, job)({ phase: 'printing', unit: 'cables', ...progress });
      return deliver(await prepare(id, key, signal));
    });

  return {
    'print.preview': async ({ id, key }) => ({
      html: (await prepare(id, key, new AbortController().signal)).document.html,
    }),
    'print.pdf': input =>
      printing(input, async ({ pdf, name }) => host.deliver(await pdf(), name, 'application/pdf')),
    'print.paper': input =>
      printing(input, async ({ document, pdf, name }) => host.paper(document, pdf, name)),
  };
}
