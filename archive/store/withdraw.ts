/** Taking back what an import brought, or one cable; and giving it back. Nothing is erased. */
import { ArchiveError } from '../errors.ts';
import type { MarkTarget } from './frame.ts';
import type { Store } from './store.ts';

function targetOf(store: Store, target: string): MarkTarget {
  if (store.commit.receipts.some(({ id }) => id === target)) return { kind: 'receipt', id: target };
  const cable = store.columns.findCable(target);
  if (cable !== null) return { kind: 'cable', id: store.columns.cableId(cable) };
  const looksLikeReceipt = /^\d{4}-\d{2}-\d{2}T/.test(target);
  throw looksLikeReceipt
    ? new ArchiveError('no-such-receipt', `This archive has no receipt ${target}.`, { id: target })
    : new ArchiveError('no-such-cable', `This archive has no cable and no receipt ${target}.`, {
        id: target,
      });
}

function withdrawnRows(store: Store): number {
  let count = 0;
  for (let row = 0; row < store.catalogue.rows; row += 1) count += store.catalogue.rowWithdrawn.at(row);
  return count;
}

/** Answers how many records changed. Throws `no-such-cable` or `no-such-receipt`. */
export async function withdraw(
  store: Store,
  kind: 'withdrawal' | 'restoral',
  target: string,
  reason: string,
): Promise<number> {
  return store.change(async () => {
    const found = targetOf(store, target);
    const { catalogue } = store;
    const already =
      found.kind === 'receipt'
        ? catalogue.isReceiptWithdrawn(found.id)
        : catalogue.isCableWithdrawn(found.id);
    if (already === (kind === 'withdrawal')) return 0;
    const before = withdrawnRows(store);
    await store.intake.mark({ kind, target: found, reason });
    await store.commitNow();
    return Math.abs(withdrawnRows(store) - before);
  });
}
