/**
 * Keeps the address and the question together while the search room is shown: what is asked stands in the address, and
 * an address that was gone back to is asked again, with the list where it was. What is typed in one go is one step back.
 */
import { z } from 'zod';
import { goInstead, here, useNavigation } from './navigation.ts';
import { addressOf, askedBy } from './question-address.ts';
import { hashOf } from './place.ts';
import { askAgain, useSearch } from './search.ts';
import type { Standing } from './search.ts';

const KeptSchema = z.object({ cursor: z.int().min(-1), top: z.number().min(0) });

/** Typing that rests so long is written into the address; so is scrolling, in milliseconds. */
const rest = 300;
let typing: ReturnType<typeof setTimeout> | undefined;
let scrolling: ReturnType<typeof setTimeout> | undefined;
/** whether the step of the history that the window stands on is one that is being typed */
let typed = false;

/** The address may have gone on already, and the window be about to follow. */
const inSearch = (): boolean => useNavigation.getState().place.room === 'search' && here().room === 'search';

const standing = (): Standing => {
  const { cursor, top } = useSearch.getState();
  return { cursor, top };
};

/** Writes where the list stands into this step of the history. */
export function keepStanding(): void {
  clearTimeout(scrolling);
  if (!inSearch()) return;
  const now = standing();
  const kept = KeptSchema.safeParse(window.history.state);
  // A step is written once: telling the browser takes longer than looking.
  if (kept.success && kept.data.cursor === now.cursor && kept.data.top === now.top) return;
  window.history.replaceState(now, '');
}

/** Writes the question into the address: over this step of the history, or as a new one. Answers whether it was another. */
function write(instead: boolean): boolean {
  clearTimeout(typing);
  typing = undefined;
  const { place } = useNavigation.getState();
  const asked = addressOf(useSearch.getState());
  if (!inSearch() || place.room !== 'search' || place.asked === asked) return false;
  const next = { room: 'search', asked } as const;
  if (instead || place.asked === undefined) {
    goInstead(next);
    return true;
  }
  window.history.pushState(null, '', hashOf(next));
  useNavigation.setState({ place: next });
  return true;
}

/** What was typed so far is whole: it is written, and what is typed next is a step of its own. */
export function settleQuestion(): void {
  if (typing !== undefined) write(typed);
  typed = false;
}

function writeSoon(): void {
  clearTimeout(typing);
  typing = setTimeout(() => {
    if (write(typed)) typed = true;
  }, rest);
}

/** Goes where the address leads; where it names no question, the present one is put there. */
function follow(): void {
  const { place } = useNavigation.getState();
  if (place.room !== 'search') return;
  if (place.asked === undefined) {
    write(true);
    return;
  }
  if (place.asked === addressOf(useSearch.getState())) return;
  clearTimeout(typing);
  typing = undefined;
  typed = false;
  const kept = KeptSchema.safeParse(window.history.state);
  askAgain(askedBy(place.asked), kept.success ? kept.data : null);
}

/** Starts to keep them together; the answer ends it. */
export function followQuestion(): () => void {
  follow();
  const ends = [
    useNavigation.subscribe(({ place }, before) => {
      if (place !== before.place) follow();
    }),
    useSearch.subscribe((now, before) => {
      if (now.question !== before.question || now.view !== before.view) {
        const byKeys = document.activeElement?.id === 'query' && now.question.query !== before.question.query;
        if (byKeys) writeSoon();
        else {
          settleQuestion();
          write(false);
        }
      }
      if (now.cursor !== before.cursor || now.top !== before.top) {
        clearTimeout(scrolling);
        scrolling = setTimeout(keepStanding, rest);
      }
    }),
  ];
  return () => {
    clearTimeout(typing);
    clearTimeout(scrolling);
    typing = undefined;
    typed = false;
    for (const end of ends) end();
  };
}
