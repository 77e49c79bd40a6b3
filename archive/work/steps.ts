/** What can be undone and redone in this session: the differences that steps made, and whether they still can be taken back. */
import { isDeepStrictEqual } from 'node:util';
import { ArchiveError } from '../errors.ts';
import type { EditKind } from '../model/work.ts';
import { nameOf } from './collections.ts';
import type { Item, Lists } from './collections.ts';
import type { Patch, Patches, Side } from './patches.ts';

/** So many steps are kept; the oldest goes first. */
export const STEPS = 200;

export interface Done {
  kind: EditKind;
  patches: Patches;
}

/** A pile of steps for undoing and one for redoing. */
export class Steps {
  #undo: Done[] = [];
  #redo: Done[] = [];

  /** The step that undoing takes back. */
  get undo(): Done | null {
    return this.#undo.at(-1) ?? null;
  }

  /** The step that redoing does again. */
  get redo(): Done | null {
    return this.#redo.at(-1) ?? null;
  }

  /** A new step: what was undone before it can't be redone. */
  did(step: Done): void {
    this.#undo.push(step);
    if (this.#undo.length > STEPS) this.#undo.shift();
    this.#redo = [];
  }

  /** The last step was undone. */
  undid(): void {
    const step = this.#undo.pop();
    if (step !== undefined) this.#redo.push(step);
  }

  /** The last undone step was redone. */
  redid(): void {
    const step = this.#redo.pop();
    if (step !== undefined) this.#undo.push(step);
  }

  forget(): void {
    this.#undo = [];
    this.#redo = [];
  }
}

function stands<T extends Item>(list: readonly T[], patches: readonly Patch<T>[], side: Side): boolean {
  if (patches.length === 0) return true;
  const items = new Map(list.map(item => [nameOf(item), item]));
  return patches.every(patch => isDeepStrictEqual(items.get(patch.name) ?? null, patch[side]?.item ?? null));
}

/**
 * Throws `bad-request` where what a step touched is no longer as the step left it (`side`): another program changed it,
 * and taking the step back would take that back too.
 */
export function mustStand(lists: Lists, patches: Patches, side: Side): void {
  const all =
    stands(lists.dossiers, patches.dossiers, side) &&
    stands(lists.notes, patches.notes, side) &&
    stands(lists.highlights, patches.highlights, side) &&
    stands(lists.savedSearches, patches.savedSearches, side) &&
    stands(lists.history, patches.history, side) &&
    stands(lists.searches, patches.searches, side) &&
    stands(lists.readMarks, patches.readMarks, side);
  if (all) return;
  throw new ArchiveError(
    'bad-request',
    'This was changed meanwhile by another program, so the step can not be taken back. Nothing was changed.',
  );
}
