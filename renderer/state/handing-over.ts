/** Handing many cables over at once: their citations, and files of them in the forms that other programs read. */
import { call, jobName } from '../api.ts';
import { say } from '../words/say.ts';
import { copy } from './clipboard.ts';
import { withJob } from './jobs.ts';
import { tell } from './notices.ts';
import type { Delivery, Input } from '../../preload/contract/index.ts';

export type ExportFormat = Input<'cables.export'>['format'];

/** The forms, in the order of the menu. */
export const exportFormats = [
  'pdf',
  'text',
  'json',
  'ndjson',
  'csv',
  'bag',
] as const satisfies readonly ExportFormat[];

/** How many citations the host takes at once. */
const mostCited = 1000;

/** Refuses what the host would refuse, before anything is sent. */
function tooMany(ids: readonly string[], most: number): boolean {
  if (ids.length <= most) return false;
  tell(say('mark.tooMany', { count: most }), 'fault');
  return true;
}

/** Puts the citations of these cables on the clipboard, one a line. */
export async function citeCables(ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || tooMany(ids, mostCited)) return;
  const result = await call('cables.cite', { ids: [...ids] });
  if (result.ok) await copy(result.value.text, say('mark.cited', { count: ids.length }));
  else tell(result.error.message, 'fault');
}

function savedText({ name, place, volumes }: Extract<Delivery, { kind: 'saved' }>): string {
  if (volumes !== undefined && place !== undefined)
    return say(volumes.finished < volumes.of ? 'print.volumesStopped' : 'print.volumes', {
      name,
      place,
      ...volumes,
    });
  return place === undefined ? say('print.saved', { name }) : say('print.savedIn', { name, place });
}

function take(delivery: Delivery): void {
  switch (delivery.kind) {
    case 'cancelled':
      return;
    case 'saved':
      tell(savedText(delivery));
      return;
    case 'download': {
      const link = document.createElement('a');
      link.href = delivery.url;
      link.download = delivery.name;
      link.click();
      tell(say('print.download', { name: delivery.name }));
    }
  }
}

/** Writes these cables into one file, which the host saves or hands over as a download. */
export async function exportCables(ids: readonly string[], format: ExportFormat): Promise<void> {
  if (ids.length === 0) return;
  const job = jobName('export');
  await withJob(job, say('mark.exporting', { count: ids.length }), true, async () => {
    const result = await call('cables.export', { job, ids: [...ids], format });
    if (result.ok) take(result.value);
    else if (result.error.code !== 'cancelled') tell(result.error.message, 'fault');
  });
}
