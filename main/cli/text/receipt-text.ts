/** A receipt for the eye. */
import type { Counts, Receipt, ReceiptLine } from '../../../archive/model/receipt.ts';

/** The sums of a receipt, in one line. */
export function receiptText({ id, state, counts, sources, more }: Receipt): string {
  const files = more?.sources ?? sources.length;
  return `Receipt ${id}${state === 'done' ? '' : ` (${state})`}: ${countsText(counts)} out of ${files} ${files === 1 ? 'file' : 'files'}.`;
}

/** A file or a cable that was refused, with its reason. */
export function refusalText({ file, member, row, message, code }: ReceiptLine): string {
  const place = [file, member].filter(part => part !== null).join('!');
  return `  refused ${place}${row === null ? '' : `, row ${row}`}: ${message ?? code ?? 'no reason given'}`;
}

function countsText({ accepted, seenBefore, newVersion, repaired, rejected }: Counts): string {
  const parts: [number, string][] = [
    [accepted, 'accepted'],
    [newVersion, 'new versions'],
    [seenBefore, 'seen before'],
    [repaired, 'repaired'],
    [rejected, 'refused'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return told.length === 0 ? 'nothing' : told.join(', ');
}
