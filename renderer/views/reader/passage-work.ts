/** What is done with a passage: highlighted, noted on, copied with its citation. */
import { call } from '../../api.ts';
import { copy } from '../../state/clipboard.ts';
import { tell } from '../../state/notices.ts';
import { dropPassage, usePassage } from '../../state/passage.ts';
import type { Passage, Tint } from '../../state/passage.ts';
import { editWork } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import type { CableWork } from '../../../preload/contract/index.ts';

type Laid = CableWork['highlights'][number];

const deselect = (): void => {
  window.getSelection()?.removeAllRanges();
  dropPassage();
};

/** The highlight that lies exactly on a passage. */
const on = (passage: Passage, highlights: readonly Laid[]): Laid | undefined =>
  highlights.find(({ anchor }) => anchor?.start === passage.start && anchor.end === passage.end);

/** Highlights a passage; one that is highlighted already takes the other tint, or loses the same one. */
export async function highlightPassage(
  passage: Passage,
  tint: Tint,
  highlights: readonly Laid[],
): Promise<void> {
  const { cable, key, start, end } = passage;
  const there = on(passage, highlights);
  usePassage.setState({ tint });
  deselect();
  if (there === undefined) {
    usePassage.setState({ chosen: null });
    const edit = { kind: 'add-highlight', cable, key, start, end, color: tint } as const;
    await editWork(edit, say('passage.highlighted'));
  } else if (there.color === tint) await deleteHighlight(there.id, false);
  else await tintHighlight(there.id, tint);
}

/** Keeps a note on a passage, and highlights it where it is not. Answers whether it was written. */
export async function notePassage(
  passage: Passage,
  note: string,
  highlights: readonly Laid[],
): Promise<boolean> {
  const { cable, key, start, end } = passage;
  const { tint: color } = usePassage.getState();
  const there = on(passage, highlights);
  const step = await editWork(
    there === undefined
      ? { kind: 'add-highlight', cable, key, start, end, color, note }
      : { kind: 'add-note', cable, text: note, highlight: there.id },
    say('note.saved'),
  );
  if (step === null) return false;
  usePassage.setState({ chosen: there?.id ?? step.made });
  deselect();
  return true;
}

export async function tintHighlight(highlight: string, color: Tint): Promise<void> {
  usePassage.setState({ tint: color });
  await editWork({ kind: 'color-highlight', highlight, color }, say('passage.tinted'));
}

/** Deletes a highlight; its notes go with it, which is said. */
export async function deleteHighlight(highlight: string, noted: boolean): Promise<void> {
  await editWork(
    { kind: 'delete-highlight', highlight },
    say(noted ? 'passage.deletedWithNotes' : 'passage.deleted'),
  );
}

/** Puts the words of a passage on the clipboard, with the paragraph they stand in and the citation of the cable. */
export async function copyPassage(passage: Passage, paragraph: number | null): Promise<void> {
  const { cable, key, words } = passage;
  const result = await call('cable.cite', { id: cable, key });
  if (!result.ok) {
    tell(result.error.message, 'fault');
    return;
  }
  const place = paragraph === null ? '' : ` (${say('passage.paragraph', { number: paragraph })})`;
  await copy(`“${words}”${place}\n\n${result.value.text}`, say('passage.copied'));
}
