/** What keys and the palette do with the text that is drawn: blocks, words, highlights, notes, hits. */
import { useEffect, useEffectEvent } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { tell } from '../../state/notices.ts';
import { usePassage } from '../../state/passage.ts';
import type { Passage, Tint } from '../../state/passage.ts';
import { showPane } from '../../state/pane.ts';
import { setReaderActs } from '../../state/reader-acts.ts';
import { setSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { focusedBlock, numberOfBlock, selectSpan, spanOfBlock, stepBlock } from './blocks.ts';
import { copyParagraphLink } from './ParagraphNumber.tsx';
import { copyPassage, highlightPassage } from './passage-work.ts';
import { stepWord } from './word-steps.ts';
import { passageOf, selectedSpan, textIn } from './use-passage.ts';
import type { CableWork, ShownCable } from '../../../preload/contract/index.ts';

interface Given {
  within: RefObject<HTMLElement | null>;
  shown: ShownCable | null;
  highlights: CableWork['highlights'];
  stepHit: (by: 1 | -1) => void;
}

/** Answers what the keys in the text do, and what copies a passage with its place. */
export function useTextKeys({ within, shown, highlights, stepHit }: Given) {
  /** The passage that is selected; else the block that has the focus. */
  const present = (): Passage | null => {
    const text = textIn(within);
    if (shown === null || text === null) return null;
    const block = focusedBlock(text);
    const span = selectedSpan(text, shown.body) ?? (block === null ? null : spanOfBlock(block, shown.body));
    return span === null ? null : passageOf(shown, span);
  };
  const withPassage = (run: (passage: Passage) => void): void => {
    const passage = present();
    if (passage === null) tell(say('passage.none'));
    else run(passage);
  };
  /** The number of the paragraph in which a passage begins, by the record itself. */
  const paragraphOf = ({ start }: Passage): number | null =>
    shown?.paragraphs.findLast(one => one.start <= start && one.number !== null)?.number ?? null;
  const copyIt = (passage: Passage): void => void copyPassage(passage, paragraphOf(passage));

  const acts = useEffectEvent(() => ({
    highlight: (tint: Tint = usePassage.getState().tint) =>
      withPassage(passage => void highlightPassage(passage, tint, highlights)),
    note: () => withPassage(passage => usePassage.setState({ passage, writing: true, draft: '' })),
    noteOnCable: () => {
      showPane('about');
      setSettings({ aboutPart: 'notes' });
      usePassage.setState({ writingOnCable: true });
    },
    copyPassage: () => withPassage(copyIt),
    copyLink: () => {
      const text = textIn(within);
      const block = text === null ? null : focusedBlock(text);
      const number = text === null || block === null ? null : numberOfBlock(text, block);
      if (shown === null || number === null) tell(say('passage.none'));
      else void copyParagraphLink(shown.canonicalId, number);
    },
    step: (by: 1 | -1) => {
      const text = textIn(within);
      if (text !== null && within.current !== null) stepBlock(text, within.current, by);
    },
    focus: () => within.current?.focus({ preventScroll: true }),
    stepHit,
  }));
  useEffect(
    () =>
      setReaderActs({
        highlight: tint => acts().highlight(tint),
        note: () => acts().note(),
        noteOnCable: () => acts().noteOnCable(),
        copyPassage: () => acts().copyPassage(),
        copyLink: () => acts().copyLink(),
        step: by => acts().step(by),
        focus: () => acts().focus(),
        stepHit: by => acts().stepHit(by),
      }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const text = textIn(within);
    if (text === null || shown === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') window.getSelection()?.removeAllRanges();
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const block = focusedBlock(text);
    // Links and fields in a block keep their own keys.
    if (block === null || block !== event.target) return;
    const span = spanOfBlock(block, shown.body);
    if (span === null) return;
    event.preventDefault();
    const by = event.key === 'ArrowRight' ? 1 : -1;
    const next = stepWord(shown.body, span, selectedSpan(text, shown.body), by, event.shiftKey);
    if (next !== null) selectSpan(text, next, shown.body);
  };
  return { onKeyDown, copyIt };
}
