/**
 * The person's own work, as the archive has it: dossiers, notes, searches, histories, read marks. Every step is the archive's,
 * written before it is shown; here it is asked for, told, and taken back.
 */
import { create } from 'zustand';
import { call, listen } from '../api.ts';
import { say } from '../words/say.ts';
import { useArchive } from './archive.ts';
import { tell } from './notices.ts';
import type { NoticeAction } from './notices.ts';
import { sameQuestion } from './question.ts';
import type { Question } from './question.ts';
import { didStep, forgetSteps, redoStep, tellStep, undoStep } from './steps.ts';
import type { Reversible } from './steps.ts';
import type {
  EditInput,
  EditKind,
  ErrorShape,
  Result,
  Standing,
  Step,
  Work,
} from '../../preload/contract/index.ts';

interface WorkState {
  /** null until it came for the first time */
  work: Work | null;
  /** the newest revision that was heard of; what was asked for under an older one is old */
  revision: number;
  /** the steps that Ctrl+Z and Ctrl+Shift+Z would take; null where there is none */
  undo: EditKind | null;
  redo: EditKind | null;
  fault: ErrorShape | null;
}

const nothing: WorkState = { work: null, revision: 0, undo: null, redo: null, fault: null };

export const useWork = create<WorkState>(() => nothing);

const { getState: get, setState: set } = useWork;

let loading: Promise<void> | null = null;
let turn = 0;

async function fetchWork(): Promise<void> {
  const mine = turn;
  const result = await call('work.show', {});
  // Another archive was opened meanwhile.
  if (mine !== turn) return;
  if (!result.ok) set({ fault: result.error });
  else {
    const { undo, redo, revision } = result.value;
    set({ work: result.value, undo, redo, revision: Math.max(revision, get().revision), fault: null });
  }
}

/** Brings the work up to what was heard of last. Asked several times at once, it is fetched once more at most. */
export async function loadWork(): Promise<void> {
  if (loading !== null) {
    await loading;
    if (get().fault !== null || isFresh()) return;
  }
  loading ??= fetchWork().finally(() => {
    loading = null;
  });
  await loading;
}

const isFresh = (): boolean => (get().work?.revision ?? -1) >= get().revision;

/** What other windows and the traces of reading changed may come a moment later than what the person waits for. */
const pause = 120;
let timer: ReturnType<typeof setTimeout> | undefined;

function hear(revision: number): void {
  if (revision > get().revision) set({ revision });
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!isFresh()) void loadWork();
  }, pause);
}

/** Keeps up with the work of the open archive; the answer ends it. */
export function followWork(): () => void {
  const ends = [
    listen('work', ({ revision }) => hear(revision)),
    useArchive.subscribe(({ info }, before) => {
      if (info?.id === before.info?.id) return;
      turn += 1;
      loading = null;
      forgetSteps();
      set(nothing);
      if (info !== null) void loadWork();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

let toldBeside = '';

/** Where notes go to the side of the archive that is said, once for each archive: it is calm news, but news. */
function besideText({ place }: Standing): string {
  const archive = useArchive.getState().info?.id ?? '';
  if (place !== 'overlay' || toldBeside === archive) return '';
  toldBeside = archive;
  return ` ${say('work.beside')}`;
}

async function take(result: Result<Step>): Promise<Step | null> {
  if (!result.ok) {
    tell(result.error.message, 'fault');
    return null;
  }
  const { revision, undo: back, redo: again } = result.value;
  set({ revision: Math.max(revision, get().revision), undo: back, redo: again });
  await loadWork();
  return result.value;
}

/** What a step is told in: a text, or one that is made once the store shows the work after it. */
export type Told = string | ((step: Step) => string);

/**
 * Does one step and tells it in `text` (already in the person's language), with the way back; null tells nothing. Answers
 * null where it failed, which is told too. When it resolves, the store shows the work after it.
 */
export async function editWork(edit: EditInput, text: Told | null): Promise<Step | null> {
  const step = await take(await call('work.edit', { edit }));
  if (step === null || step.done === null) return step;
  const told = typeof text === 'function' ? text(step) : (text ?? '');
  const all = `${told}${besideText(step)}`.trim();
  didStep(workStep);
  tellStep(all === '' ? null : all, [undoAction()]);
  return step;
}

/** Some step of the work; which one it is, the archive knows. */
const workStep: Reversible = {
  async undo() {
    const step = await take(await call('work.undo', {}));
    if (step === null) return false;
    if (step.done === null) return nothingLeft('work.nothingToUndo');
    tellStep(say('work.undone', { step: say(`step.${step.done}`) }), [redoAction()]);
    return true;
  },
  async redo() {
    const step = await take(await call('work.redo', {}));
    if (step === null) return false;
    if (step.done === null) return nothingLeft('work.nothingToRedo');
    tellStep(say('work.redone', { step: say(`step.${step.done}`) }), [undoAction()]);
    return true;
  },
};

function nothingLeft(text: 'work.nothingToUndo' | 'work.nothingToRedo'): false {
  forgetSteps(workStep);
  tellStep(say(text), []);
  return false;
}

/** Takes back the newest step, of the work or of the archive, and offers to do it again. */
export const undoNewest = (): Promise<void> => undoStep(workStep);

/** Does the last step that was taken back again. */
export const redoNewest = (): Promise<void> =>
  redoStep(workStep, () => tellStep(say('work.nothingToRedo'), []));

/** Takes back the newest step of the work, whatever was done to the archive since. */
export const undoWork = (): Promise<void> => undoStep(workStep, workStep);

/** The offer to take the newest step back, for its notice. */
export const undoAction = (): NoticeAction => ({ label: say('work.undo'), run: () => void undoNewest() });

/** The offer to do again what was taken back. */
export const redoAction = (): NoticeAction => ({ label: say('work.redo'), run: () => void redoNewest() });

/** Merges what was noted while the archive could not be written. */
export async function mergeOverlay(): Promise<void> {
  const result = await call('work.mergeOverlay', {});
  if (!result.ok) {
    tell(result.error.message, 'fault');
    return;
  }
  const { added, changed, removed, both, revision } = result.value;
  set({ revision: Math.max(revision, get().revision), undo: null, redo: null });
  forgetSteps(workStep);
  await loadWork();
  tell(say('work.merged', { count: added + changed + removed, both }));
}

/** Remembers a question that the person meant: gone on from to the results, or a result of which was opened. */
export function rememberSearch({ query, filters }: Pick<Question, 'query' | 'filters'>): void {
  const asked = { query: query.trim(), ...(Object.keys(filters).length === 0 ? {} : { filters }) };
  const newest = get().work?.searches[0];
  if (asked.query === '' && asked.filters === undefined) return;
  if (newest !== undefined && sameQuestion(newest, asked)) return;
  void call('work.searched', asked);
}
