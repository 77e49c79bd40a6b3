/**
 * What a code means and what a reference leads to, when the pointer rests on it or the keys come to it: one tooltip for all of
 * them, which looks for `data-term` and `data-cites`. A cable has dozens of these words, and a tooltip for each would take
 * longer to make than the text.
 */
import { useEffect, useMemo, useState } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import { useKnownIds } from '../../state/known-ids.ts';
import { termName, useTerms } from '../../state/terms.ts';
import { shortDate } from '../../words/figures.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import type { Term } from '../../../preload/contract/index.ts';

/** The attributes of a word that stands for a term. */
export const standsFor = (term: Term) => ({ 'data-term': termName(term) });

/** The attributes of a word that cites a cable. */
export const cites = (id: string) => ({ 'data-cites': id });

/** A pointer rests for so long before it is told something, in milliseconds. */
const delay = 350;

const wordAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-term], [data-cites]') : null;

/** The word that is asked about: where the pointer rests, or where the keys are. */
function useAsked(): readonly [HTMLElement | null, () => void] {
  const [asked, setAsked] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = (): void => {
      clearTimeout(timer);
      setAsked(null);
    };
    const over = ({ target, pointerType }: PointerEvent): void => {
      const word = wordAt(target);
      clearTimeout(timer);
      if (word === null || pointerType === 'touch') setAsked(now => (now?.matches(':focus') ? now : null));
      else timer = setTimeout(() => setAsked(word), delay);
    };
    const focus = ({ target }: FocusEvent): void => {
      const word = wordAt(target);
      if (word?.matches(':focus-visible') === true) setAsked(word);
    };
    const key = ({ key: name }: KeyboardEvent): void => {
      if (name === 'Escape') close();
    };
    const leave = (event: PointerEvent | MouseEvent): void => {
      if (event.relatedTarget === null) close();
    };
    document.addEventListener('pointerover', over, { passive: true });
    document.addEventListener('pointerout', leave, { passive: true });
    document.addEventListener('pointerdown', close, { capture: true, passive: true });
    document.addEventListener('click', close, { capture: true, passive: true });
    document.addEventListener('scroll', close, { capture: true, passive: true });
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', close);
    document.addEventListener('keydown', key, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerout', leave);
      document.removeEventListener('pointerdown', close, { capture: true });
      document.removeEventListener('click', close, { capture: true });
      document.removeEventListener('scroll', close, { capture: true });
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', close);
      document.removeEventListener('keydown', key, { capture: true });
    };
  }, []);
  return [asked, () => setAsked(null)];
}

interface Told {
  text: string;
  /** the words of a list or of a cable, not ours */
  english: boolean;
  beside: string | null;
}

function useTold(word: HTMLElement | null): Told | null {
  const term = useTerms(state => state.known.get(word?.dataset['term'] ?? ''));
  const id = word?.dataset['cites'] ?? '';
  const cable = useKnownIds(state => state.known.get(id));
  if (term !== undefined) {
    return {
      text: term.meaning,
      english: true,
      beside: term.list === null ? null : say(`term.${term.list}`),
    };
  }
  if (cable === undefined) return null;
  if (cable === null) return { text: `${id}: ${say('reader.missing')}`, english: false, beside: null };
  const { subject, created } = cable;
  return {
    text: subject ?? say('cable.noSubject'),
    english: subject !== null,
    beside: created === null ? null : shortDate(created),
  };
}

const name = 'explanation';

function nameIt(tooltip: HTMLDivElement | null): void {
  if (tooltip !== null) tooltip.id = name;
}

/** A tooltip that the pointer goes to is open already. */
const stay = (): void => undefined;

export function Explanation() {
  const [word, close] = useAsked();
  const told = useTold(word);
  const open = word !== null && told !== null;
  const trigger = useMemo(() => ({ current: word }), [word]);
  useEffect(() => {
    if (!open || word === null) return undefined;
    word.setAttribute('aria-describedby', name);
    return () => word.removeAttribute('aria-describedby');
  }, [word, open]);
  if (!open) return null;
  return (
    <TooltipTriggerStateContext value={{ isOpen: true, shouldSkipAnimation: true, open: stay, close }}>
      <Tooltip
        key={`${word.dataset['term']} ${word.dataset['cites']}`}
        ref={nameIt}
        className="tooltip tooltip-wide"
        offset={6}
        triggerRef={trigger}
      >
        <span {...(told.english ? inEnglish : {})}>{told.text}</span>
        {told.beside === null ? null : <kbd>{told.beside}</kbd>}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
