/** Paper, PDF and citation of one cable. */
import { call, jobName } from '../api.ts';
import { say } from '../words/say.ts';
import { copy } from './clipboard.ts';
import { withJob } from './jobs.ts';
import { tell } from './notices.ts';
import type { Delivery } from '../../preload/contract/index.ts';

/** Takes a delivery: on the serve host it waits under an address, which works once. */
function deliver(delivery: Delivery, method: 'print.pdf' | 'print.paper'): void {
  if (delivery.kind === 'cancelled') return;
  if (delivery.kind === 'saved') {
    tell(method === 'print.paper' ? say('print.sent') : say('print.saved', { name: delivery.name }));
    return;
  }
  const { url, name } = delivery;
  if (method === 'print.pdf') {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    tell(say('print.download', { name }));
    return;
  }
  // The browser shows the finished PDF and prints it. It opens no window by itself once the press is some seconds past.
  const open = (): boolean => window.open(url, '_blank') !== null;
  if (open()) tell(say('print.ready', { name }));
  else tell(say('print.ready', { name }), 'done', [{ label: say('search.open'), run: open }]);
}

/** Prints a cable to PDF or to paper: the finished PDF either way, never the browser's own print of the page. */
export async function printCable(
  method: 'print.pdf' | 'print.paper',
  id: string,
  key?: string,
): Promise<void> {
  const job = jobName('print');
  await withJob(job, say('print.job', { id }), true, async () => {
    const result = await call(method, { job, id, ...(key === undefined ? {} : { key }) });
    if (result.ok) deliver(result.value, method);
    else if (result.error.code !== 'cancelled') tell(result.error.message, 'fault');
  });
}

/** Puts the citation of a cable on the clipboard. */
export async function copyCitation(id: string, key?: string): Promise<void> {
  const result = await call('cable.cite', { id, ...(key === undefined ? {} : { key }) });
  if (result.ok) await copy(result.value.text, say('reader.cited'));
  else tell(result.error.message, 'fault');
}
