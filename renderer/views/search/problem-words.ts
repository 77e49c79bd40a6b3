/** What is wrong with a query, in the language of the window: by its code, for the engine speaks English alone. */
import { say } from '../../words/say.ts';
import type { WordKey } from '../../words/en.ts';
import type { QueryProblem } from '../../../preload/contract/index.ts';

/** What each mistake is called, and the advice on it where that is words and not a query. */
const words: Readonly<Record<string, { text: WordKey; way?: WordKey }>> = {
  'empty-field': { text: 'mistake.emptyField' },
  'bad-date': { text: 'mistake.badDate' },
  'empty-range': { text: 'mistake.emptyRange' },
  'star-inside': { text: 'mistake.star' },
  'no-word': { text: 'mistake.noWord' },
  'unknown-field': { text: 'mistake.unknownField' },
  'stray-parenthesis': { text: 'mistake.strayParenthesis', way: 'mistake.strayParenthesisWay' },
  'open-parenthesis': { text: 'mistake.openParenthesis', way: 'mistake.openParenthesisWay' },
  'open-quote': { text: 'mistake.openQuote', way: 'mistake.openQuoteWay' },
  'lonely-or': { text: 'mistake.lonelyOr', way: 'mistake.lonelyOrWay' },
  'lonely-not': { text: 'mistake.lonelyNot', way: 'mistake.lonelyNotWay' },
  'too-deep': { text: 'mistake.tooDeep' },
  'not-understood': { text: 'mistake.notUnderstood' },
};

/** What of the query stands in a text: the text is not used where that is not there. */
const needed: Partial<Record<WordKey, 'field' | 'value'>> = {
  'mistake.emptyField': 'field',
  'mistake.unknownField': 'field',
  'mistake.badDate': 'value',
  'mistake.emptyRange': 'value',
  'mistake.state': 'value',
  'mistake.own': 'value',
};

function keysOf({ code, suggestion }: QueryProblem): { text: WordKey; way?: WordKey } | undefined {
  if (code !== 'unknown-value') return words[code];
  return { text: suggestion?.startsWith('has:') === true ? 'mistake.own' : 'mistake.state' };
}

/** The mistake and the advice on it; the engine's own words where the catalogue has none, or the query is another by now. */
export function problemWords(
  query: string,
  problem: QueryProblem,
): { message: string; suggestion: string | null } {
  const { start, end, message, suggestion } = problem;
  const text = start === null || end === null ? '' : query.slice(start, end);
  const colon = text.indexOf(':');
  const field = text.slice(0, Math.max(0, colon)).toLowerCase();
  const keys = keysOf(problem);
  const needs = keys === undefined ? undefined : needed[keys.text];
  const named = { field, value: text.slice(colon + 1).trim() };
  if (keys === undefined || (needs !== undefined && named[needs] === '')) return { message, suggestion };
  return {
    message: say(keys.text, named),
    suggestion: suggestion === null || keys.way === undefined ? suggestion : say(keys.way),
  };
}
