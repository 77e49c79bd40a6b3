/**
 * The steps of this window in the order they were made, whatever they were about: Ctrl+Z takes back the newest, and so does
 * the offer on the status line. Where a step is one of the archive's (an import, a withdrawal), no older one of the person's
 * work is taken in its place.
 */
import { putAway, tell } from './notices.ts';
import type { NoticeAction } from './notices.ts';

/** A step that can be taken back and done again. Both tell what came of them, and answer whether it was done. */
export interface Reversible {
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

let past: Reversible[] = [];
let future: Reversible[] = [];
/** Presses in a row are carried out one after the other. */
let last: Promise<unknown> = Promise.resolve();
let shownNotice: number | null = null;

/** Tells a step, with the way back; a step that is told nowhere takes the last offer away, which would undo the wrong one. */
export function tellStep(text: string | null, actions: NoticeAction[]): void {
  if (shownNotice !== null) putAway(shownNotice);
  shownNotice = text === null ? null : tell(text, 'done', actions);
}

/** Something new was done: what was undone before it can't be done again. */
export function didStep(step: Reversible): void {
  past.push(step);
  future = [];
}

/** Forgets the steps of an archive that is not open any more, or, where `step` is given, those of one kind. */
export function forgetSteps(step?: Reversible): void {
  const others = (one: Reversible): boolean => step !== undefined && one !== step;
  past = past.filter(others);
  future = future.filter(others);
  if (step === undefined) shownNotice = null;
}

function inTurn(act: () => Promise<void>): Promise<void> {
  const turn = last.then(act);
  last = turn.catch(() => undefined);
  return turn;
}

function move(step: Reversible, from: Reversible[], to: Reversible[]): void {
  const at = from.lastIndexOf(step);
  if (at !== -1) from.splice(at, 1);
  to.push(step);
}

/**
 * Takes back the newest step, or the newest of the kind of `only`. Where this window made none, `otherwise` may know of one,
 * made before it or in another.
 */
export function undoStep(otherwise: Reversible, only?: Reversible): Promise<void> {
  return inTurn(async () => {
    const step = only ?? past.at(-1) ?? otherwise;
    if (await step.undo()) move(step, past, future);
  });
}

/**
 * Does again what was taken back last. `otherwise` is asked where this window took nothing back, unless its newest step is
 * of another kind: what `otherwise` took back lies before that.
 */
export function redoStep(otherwise: Reversible, nothing: () => void): Promise<void> {
  return inTurn(async () => {
    const newest = past.at(-1);
    const step = future.at(-1) ?? (newest === undefined || newest === otherwise ? otherwise : null);
    if (step === null) nothing();
    else if (await step.redo()) move(step, future, past);
  });
}
