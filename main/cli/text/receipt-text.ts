/** A receipt for the eye. */
import type { Counts, Receipt } from '../../../archive/model/receipt.ts';

/** The sums, then each file that was refused, with its reason. */
export function receiptText({ id, state, counts, sources, lines }: Receipt): string {
  const refused = lines
    .filter(line => line.outcome === 'rejected')
    .map(({ file, member, row, message, code }) => {
      const place = [file, member].filter(part => part !== null).join('!');
      return `  refused ${place}${row === null ? '' : `, row ${row}`}: ${message ?? code ?? 'no reason given'}`;
    });
  const head = `Receipt ${id}${state === 'done' ? '' : ` (${state})`}: ${countsText(counts)} out of ${sources.length} ${sources.length === 1 ? 'file' : 'files'}.`;
  return [head, ...refused].join('\n');
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
