/** What is done with dossiers, each as one step of work that is told and can be undone. */
import { say } from '../words/say.ts';
import { tell } from './notices.ts';
import { useOverlays } from './overlays.ts';
import { editWork, useWork } from './work.ts';
import type { Dossier, Step } from '../../preload/contract/index.ts';

const none: readonly Dossier[] = [];

/** The dossiers in the person's order; none until they came. */
export const useDossiers = (): readonly Dossier[] => useWork(state => state.work?.dossiers ?? none);

/** What was remarked on a cable in a dossier; empty where nothing was. */
export const useRemark = (dossier: string, cable: string): string =>
  useWork(
    ({ work }) =>
      work?.dossiers.find(({ id }) => id === dossier)?.remarks?.find(one => one.cable === cable)?.text ?? '',
  );

const named = (id: string): string =>
  useWork.getState().work?.dossiers.find(dossier => dossier.id === id)?.name ?? '';

/** The names of cables in a message: the id of one, the number of several. */
const whichCables = (cables: readonly string[]): { count: number; id: string } => ({
  count: cables.length,
  id: cables[0] ?? '',
});

/** Opens the dialog that puts cables into a dossier. */
export function chooseDossierFor(cables: readonly string[]): void {
  if (cables.length > 0) useOverlays.setState({ adding: cables });
}

/** Makes a dossier, with cables in it or empty; answers its id, or null where that failed. */
export async function addDossier(name: string, cables: readonly string[] = []): Promise<string | null> {
  const key = cables.length === 0 ? 'dossier.made' : 'dossier.madeWith';
  // Two dossiers of one name are told apart by a number, so the name is asked for once it is given.
  const text = (step: Step): string => say(key, { name: named(step.made ?? ''), ...whichCables(cables) });
  const step = await editWork({ kind: 'add-dossier', name, cables: [...cables] }, text);
  return step?.made ?? null;
}

export async function renameDossier(dossier: string, name: string): Promise<void> {
  if (name.trim() === '' || name.trim() === named(dossier)) return;
  const told = (): string => say('dossier.renamed', { name: named(dossier) });
  await editWork({ kind: 'rename-dossier', dossier, name }, told);
}

/** Keeps what was written about a dossier as a whole. */
export async function describeDossier(dossier: string, notes: string): Promise<void> {
  await editWork({ kind: 'describe-dossier', dossier, notes }, null);
}

export async function deleteDossier(dossier: string): Promise<void> {
  await editWork({ kind: 'delete-dossier', dossier }, say('dossier.deleted', { name: named(dossier) }));
}

/** Puts a dossier at a place among the others, from 0. */
export async function placeDossier(dossier: string, at: number): Promise<void> {
  await editWork({ kind: 'place-dossier', dossier, at }, null);
}

/** Puts cables into a dossier, at a place or at the end; those it has already stay where they are. */
export async function addToDossier(
  dossier: string,
  cables: readonly string[],
  at: number | null = null,
): Promise<void> {
  if (cables.length === 0) return;
  const text = say('dossier.added', { name: named(dossier), ...whichCables(cables) });
  const step = await editWork({ kind: 'add-to-dossier', dossier, cables: [...cables], at }, text);
  if (step !== null && step.done === null) tell(say('dossier.hasAll', { name: named(dossier) }));
}

export async function removeFromDossier(dossier: string, cables: readonly string[]): Promise<void> {
  if (cables.length === 0) return;
  const text = say('dossier.removed', { name: named(dossier), ...whichCables(cables) });
  await editWork({ kind: 'remove-from-dossier', dossier, cables: [...cables] }, text);
}

/** Out of one dossier into another, with the remarks on them. */
export async function moveToDossier(from: string, to: string, cables: readonly string[]): Promise<void> {
  if (cables.length === 0 || from === to) return;
  const text = say('dossier.moved', { name: named(to), ...whichCables(cables) });
  await editWork({ kind: 'move-to-dossier', from, to, cables: [...cables] }, text);
}

/** Puts cables of a dossier together at a place in it, from 0, counted without them. */
export async function placeInDossier(dossier: string, cables: readonly string[], at: number): Promise<void> {
  const [cable, ...others] = cables;
  if (cable === undefined) return;
  const more = others.length === 0 ? {} : { more: others };
  await editWork({ kind: 'place-in-dossier', dossier, cable, at, ...more }, null);
}

/** Keeps why a cable stands in a dossier; an empty text takes the remark away. */
export async function remarkInDossier(dossier: string, cable: string, text: string): Promise<void> {
  const told = say(text.trim() === '' ? 'dossier.remarkGone' : 'dossier.remarked', { id: cable });
  await editWork({ kind: 'remark-in-dossier', dossier, cable, text }, told);
}
