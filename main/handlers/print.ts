/** Methods that print: the preview, the archival copy as PDF, and paper. */
import type { Delivery, ParsedInput } from '../../preload/contract/methods.ts';
import { cable } from './cables.ts';
import type { Context, HandlersOf } from './context.ts';
import { progressOf } from './context.ts';

export function printHandlers(context: Context): HandlersOf<'print'> {
  const { engine, host, jobs } = context;

  /** Prints and finishes a cable; the PDF is made only when it is asked for. */
  const printing = (
    { id, key, job }: ParsedInput<'print.pdf'>,
    deliver: (page: {
      html: string;
      headerTemplate: string;
      footerTemplate: string;
      fileName: string;
      pdf: () => Promise<Uint8Array>;
    }) => Promise<Delivery>,
  ): Promise<Delivery> =>
    jobs.run(job, async signal => {
      progressOf(
        context,
        job,
      )({
        phase: 'printing',
        done: 0,
        total: 1,
        unit: 'cables',
        rate: null,
        secondsLeft: null,
        file: null,
      });
      const page = await engine.call('printPage', cable(id, key), { signal });
      const pdf = async (): Promise<Uint8Array> => {
        const printed = await host.printPdf(page, signal);
        return (await engine.call('finishPdf', { ...cable(id, key), pdf: printed }, { signal })).pdf;
      };
      return deliver({ ...page, pdf });
    });

  return {
    'print.preview': async ({ id, key }) => ({
      html: (await engine.call('printPage', cable(id, key))).html,
    }),
    'print.pdf': input =>
      printing(input, async ({ pdf, fileName }) => host.deliver(await pdf(), fileName, 'application/pdf')),
    'print.paper': input => printing(input, page => host.paper(page, page.pdf, page.fileName)),
  };
}
