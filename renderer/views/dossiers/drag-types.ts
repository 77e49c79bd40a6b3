/** Cables on the move: what a drag carries, from wherever it began. */
import type { DropItem } from 'react-aria-components';

/** Ids of cables, one a line. */
export const cableType = 'application/x-valise-cables';
/** The dossier that the cables are dragged out of; nothing where they come from a list or a tab. */
export const fromType = 'application/x-valise-dossier';
/** A dossier itself, to be put elsewhere among the others. */
export const dossierType = 'application/x-valise-dossier-itself';

/** What was dropped: the cables, and the dossier that they were taken from. */
export interface DroppedCables {
  cables: string[];
  from: string | null;
}

/** Reads the cables out of a drop; none where it carried something else. */
export async function droppedCables(items: readonly DropItem[]): Promise<DroppedCables> {
  const cables: string[] = [];
  let from: string | null = null;
  for (const item of items) {
    if (item.kind !== 'text' || !item.types.has(cableType)) continue;
    // oxlint-disable-next-line no-await-in-loop
    const text = await item.getText(cableType);
    cables.push(...text.split('\n').filter(id => id !== ''));
    // oxlint-disable-next-line no-await-in-loop
    if (item.types.has(fromType)) from = await item.getText(fromType);
  }
  return { cables: [...new Set(cables)], from };
}

/** Puts cables on a drag that the browser itself began: a row of the results, a tab. Elsewhere they are their ids. */
export function carryCables(transfer: DataTransfer, cables: readonly string[]): void {
  transfer.setData(cableType, cables.join('\n'));
  transfer.setData('text/plain', cables.join('\n'));
  transfer.effectAllowed = 'copy';
}
