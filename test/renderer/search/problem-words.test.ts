// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readQuery } from '../../../archive/search/query/interpret.ts';
import { setSettings } from '../../../renderer/state/settings.ts';
import { correctedQuery } from '../../../renderer/views/search/problem-part.ts';
import { problemWords } from '../../../renderer/views/search/problem-words.ts';

/** What the window says of the mistakes that the engine finds in a query. */
const said = (query: string) =>
  readQuery(query).problems.map(problem => {
    const { message, suggestion } = problemWords(query, problem);
    return suggestion === null ? message : `${message} | ${suggestion}`;
  });

const mistaken = {
  'tag: AND (': [
    'Hinter tag: steht nichts. | tag:PHUM',
    'Diese Klammer ist nicht geschlossen. | Setzen Sie ) an ihr Ende.',
  ],
  'rice)': ['Diese Klammer schließt nichts. | Nehmen Sie sie weg.'],
  '"rice': ['Dieses Anführungszeichen ist nicht geschlossen. | Setzen Sie " an das Ende der Wendung.'],
  'rice OR': ['OR steht zwischen zwei Dingen, die gesucht werden. | So geht es: iraq OR iran'],
  'rice NOT': ['NOT steht vor dem, was wegbleiben soll. | So geht es: iraq NOT iran'],
  'sbject:iraq': ['Ein Feld sbject gibt es nicht; es wurde als Wort gesucht. | subject:iraq'],
  'is:partal': [
    'is:partal gibt es nicht. is: kennt partial, redacted, withdrawn, undated, read und unread. | is:partial',
  ],
  'has:notes': ['has:notes gibt es nicht. has: kennt note und highlight. | has:note'],
  'date:soon': [
    '„soon“ ist kein Datum. Ein Datum schreibt man 2005, 2005-03 oder 2005-03-17. | date:2005-03..2005-06',
  ],
  'date:2006..2005': ['„2006..2005“ endet, bevor es beginnt. | date:2005-03..2005-06'],
  'ri*ce': ['Ein Stern steht nur hinter dem Anfang eines Wortes. | ri*'],
};

describe('mistakes in a query', () => {
  beforeEach(() => setSettings({ language: 'de' }));

  test.each(Object.entries(mistaken))('%s is told in the language that is set', (query, words) => {
    expect(said(query)).toEqual(words);
  });

  test('all of them are told in English as the engine tells them, or better', () => {
    setSettings({ language: 'en' });
    expect(said('tag: AND (')).toEqual([
      'Nothing follows tag: | tag:PHUM',
      'This parenthesis is not closed. | Add ) where it ends.',
    ]);
  });

  test.each([
    ['is:partal rice', 'is:partial rice'],
    ['is:(partal OR read)', 'is:(partial OR read)'],
    ['has:notes', 'has:note'],
    ['sbject:iraq', 'subject:iraq'],
    ['ri*ce', 'ri*'],
  ])('what is asked instead of %s is right', (query, better) => {
    const [problem] = readQuery(query).problems;
    expect(problem && correctedQuery(query, problem)).toBe(better);
  });

  test('a mistake that has no words yet is told as the engine tells it', () => {
    const problem = { code: 'new-mistake', message: 'GENERATED', start: 0, end: 1, suggestion: null };
    expect(problemWords('x', problem)).toEqual({ message: 'GENERATED', suggestion: null });
  });
});
