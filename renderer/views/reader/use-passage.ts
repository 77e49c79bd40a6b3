/** The passage that is selected in the text, by pointer or keys. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { usePassage } from '../../state/passage.ts';
import type { Passage } from '../../state/passage.ts';
import { spanOfRange } from './text-places.ts';
import type { ShownCable, Span } from '../../../preload/contract/index.ts';

/** What is drawn of the body under `within`. */
export const textIn = (within: RefObject<HTMLElement | null>): HTMLElement | null =>
  within.current?.querySelector<HTMLElement>('.reading, .sheet [data-body]') ?? null;

/** Part of a cable as a passage; its words as one line. */
export function passageOf({ canonicalId: cable, key, body }: ShownCable, { start, end }: Span): Passage {
  return { cable, key, start, end, words: body.slice(start, end).replaceAll(/\s+/g, ' ') };
}

/** The part of the body that the page's selection covers; null where it covers none. */
export function selectedSpan(text: HTMLElement, body: string): Span | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(text) ? spanOfRange(text, range, body) : null;
}

/** Keeps up with the selection while the cable is shown; a pointer that still selects is waited for. */
export function useSelectedPassage(within: RefObject<HTMLElement | null>, shown: ShownCable | null): void {
  useEffect(() => {
    if (shown === null) return undefined;
    let selecting = false;
    let frame = 0;
    const read = (): void => {
      const text = textIn(within);
      if (selecting || text === null || usePassage.getState().writing) return;
      const span = selectedSpan(text, shown.body);
      const before = usePassage.getState().passage;
      if (span === null) {
        if (before !== null) usePassage.setState({ passage: null });
      } else if (before?.start !== span.start || before.end !== span.end || before.key !== shown.key) {
        usePassage.setState({ passage: passageOf(shown, span) });
      }
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    };
    const press = (): void => {
      selecting = true;
    };
    const release = (): void => {
      selecting = false;
      soon();
    };
    const element = within.current;
    element?.addEventListener('pointerdown', press);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
    document.addEventListener('selectionchange', soon);
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener('pointerdown', press);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
      document.removeEventListener('selectionchange', soon);
    };
  }, [within, shown]);
}
