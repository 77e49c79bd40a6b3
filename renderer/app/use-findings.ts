/** What the palette finds for what is typed: commands and own work at once, cables a moment later. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { call, jobName } from '../api.ts';
import { go } from '../state/navigation.ts';
import { say } from '../words/say.ts';
import { commands, runCommand } from './commands.ts';
import type { Command } from './commands.ts';
import { fits } from './fits.ts';
import { useOwnWork } from './use-own-work.ts';
import type { OwnWork } from './use-own-work.ts';
import type { SearchHit } from '../../preload/contract/index.ts';

export interface Findings {
  fitting: readonly Command[];
  own: readonly OwnWork[];
  cables: readonly SearchHit[];
  /** does what an entry stands for */
  choose: (key: string) => void;
  /** for the element around the field */
  onKeyDown: (event: KeyboardEvent) => void;
}

const job = jobName('palette', true);
const none: { words: string; hits: readonly SearchHit[] } = { words: '', hits: [] };

/** A few cables that fit what is typed; the last ones stay until the next are there, which `words` tells apart. */
function useCables(words: string): typeof none {
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (words === '') return undefined;
    let newest = true;
    const timer = setTimeout(() => {
      const request = { query: words, limit: 6, snippets: false };
      void call('search.run', { job, request }).then(result => {
        if (newest) setFound({ words, hits: result.ok ? result.value.results : [] });
      });
    }, 80);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [words]);
  return words === '' ? none : found;
}

/** `close` puts the palette away. Enter that comes before the cables for what was typed takes the first of them once they are there. */
export function useFindings(typed: string, close: () => void): Findings {
  const words = typed.trim();
  const cables = useCables(words);
  const own = useOwnWork(words);
  const fitting = commands.filter(one => (one.when?.() ?? true) && fits(say(one.label), words));
  const choose = (key: string): void => {
    if (own.choose(key)) return;
    if (key.startsWith('cable:')) go({ room: 'cable', id: key.slice('cable:'.length), paragraph: null });
    else runCommand(key);
  };
  const [awaited, setAwaited] = useState<string | null>(null);
  const take = useEffectEvent((hit: SearchHit) => {
    close();
    choose(`cable:${hit.id}`);
  });
  const isHere = cables.words === words;
  const first = isHere && awaited === words ? cables.hits[0] : undefined;
  useEffect(() => {
    if (first !== undefined) take(first);
  }, [first]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isHere || fitting.length > 0 || own.found.length > 0) return;
    event.preventDefault();
    event.stopPropagation();
    setAwaited(words);
  };
  return { fitting, own: own.found, cables: cables.hits, choose, onKeyDown };
}
