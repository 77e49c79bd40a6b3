/** Taking files in: dropped, chosen, or sent up; progress, the summary, and the way back. */
import { call, jobName, take } from '../api.ts';
import { say } from '../words/say.ts';
import { didImport } from './archive-work.ts';
import { setArchive, useArchive } from './archive.ts';
import { tellSent, withJob } from './jobs.ts';
import { go } from './navigation.ts';
import { tell } from './notices.ts';
import type { Counts, Given, Handle, Receipt } from '../../preload/contract/index.ts';

/** What an import brought, in one line: `3 new cables · 2 seen before · 1 not taken`. */
export function summaryOf(counts: Counts): string {
  const { accepted, seenBefore, newVersion, repaired, rejected } = counts;
  const parts = [
    accepted > 0 ? say('import.accepted', { count: accepted }) : '',
    newVersion > 0 ? say('import.versions', { count: newVersion }) : '',
    repaired > 0 ? say('import.repaired', { count: repaired }) : '',
    seenBefore > 0 ? say('import.seen', { count: seenBefore }) : '',
    rejected > 0 ? say('import.rejected', { count: rejected }) : '',
  ].filter(part => part !== '');
  return parts.length === 0 ? say('import.nothingNew') : parts.join(' · ');
}

/** Why nothing can be imported now, or null. */
export function whyNoImport(): string | null {
  const { info } = useArchive.getState();
  if (info === null) return say('import.noArchive');
  return info.readOnly ? say('import.readOnly') : null;
}

function tellReceipt(receipt: Receipt): void {
  const open = { label: say('reader.receipt'), run: () => go({ room: 'receipt', id: receipt.id }) };
  const brought = receipt.counts.accepted + receipt.counts.newVersion + receipt.counts.repaired > 0;
  const text = receipt.state === 'cancelled' ? say('import.cancelled') : summaryOf(receipt.counts);
  if (brought) didImport(receipt.id, text, [open]);
  else tell(text, 'done', [open]);
}

/** Imports what `give` hands over. Everything that can happen ends on the status line. */
async function importWhat(give: (job: string) => Promise<Handle[] | null>): Promise<void> {
  const reason = whyNoImport();
  if (reason !== null) {
    tell(reason, 'fault');
    return;
  }
  const job = jobName('import');
  await withJob(job, say('import.job'), true, async () => {
    const handles = await give(job);
    if (handles === null) return;
    if (handles.length === 0) {
      tell(say('import.nothing'), 'fault');
      return;
    }
    const result = await call('import.start', { job, handles });
    if (result.ok) tellReceipt(result.value);
    else if (result.error.code === 'cancelled') tell(say('import.cancelled'));
    else tell(result.error.message, 'fault');
    const info = await call('archive.info', {});
    if (info.ok) setArchive(info.value);
  });
}

/** Imports what was dropped on the window or chosen in the page. */
export function importGiven(given: Given): Promise<void> {
  return importWhat(async job => {
    const handles = await take(given, (bytes, total) => tellSent(job, bytes, total));
    if (handles.ok) return handles.value;
    tell(handles.error.message, 'fault');
    return null;
  });
}

/** Lets the person choose: in the host's own dialog where it has one, else in the browser's. */
export async function chooseAndImport(folders: boolean): Promise<void> {
  const { host } = useArchive.getState();
  if (host?.can.chooseFiles !== true) {
    await importGiven({ files: await chooseInPage(folders), entries: [] });
    return;
  }
  const chosen = await call('host.chooseFiles', { folders });
  if (!chosen.ok) tell(chosen.error.message, 'fault');
  else if (chosen.value.length > 0) await importWhat(() => Promise.resolve(chosen.value));
}

function chooseInPage(folders: boolean): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (folders) input.webkitdirectory = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    // Nothing is pending after a cancel: the promise is forgotten with the element.
    input.click();
  });
}
