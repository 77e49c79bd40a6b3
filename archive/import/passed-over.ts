/** The beginning of a file that an earlier import has committed: its cables and refusals are passed over, one by one. */
import type { FramedItem } from '../formats/framed.ts';

/** Refusals that tell of the medium or of a fault of ours, not of the file's bytes: another reading may go further. */
const passing = new Set(['unreadable', 'internal']);

/** Whether a refusal may be gone when the same file is read again. */
export function mayPass(code: string | null): boolean {
  return code !== null && passing.has(code);
}

export class PassedOver {
  #left = 0;

  /** A file begins of which so many cables and refusals are committed. */
  begin(items: number): void {
    this.#left = items;
  }

  /** Whether the item is committed already. A failure of the medium meanwhile never is, and nothing behind the file's end. */
  has(item: FramedItem): boolean {
    if (item.kind === 'source-end') this.#left = 0;
    const counts = item.kind === 'frame' || (item.kind === 'refusal' && !mayPass(item.refusal.code));
    if (!counts || this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }
}
