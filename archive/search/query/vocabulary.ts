/** The tokens of the query language. A sign means something at the head of a word only: `six-country` is one word. */
import { createToken, Lexer } from 'chevrotain';
import { FieldNames } from './fields.ts';

export const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED });
export const Open = createToken({ name: 'Open', pattern: /\(/, label: '(' });
export const Close = createToken({ name: 'Close', pattern: /\)/, label: ')' });
/** Straight or curly quotes; one that isn't closed runs to the end. */
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /["“”„][^"“”„]*["“”„]?/,
  line_breaks: true,
});
export const Or = createToken({ name: 'Or', pattern: /OR(?![^\s()"“”„])/, label: 'OR' });
export const And = createToken({ name: 'And', pattern: /AND(?![^\s()"“”„])/, label: 'AND' });
export const Not = createToken({ name: 'Not', pattern: /NOT(?![^\s()"“”„])|-+(?=[^\s)-])/, label: 'NOT' });
export const Field = createToken({ name: 'Field', pattern: new RegExp(`(?:${FieldNames.join('|')}):`, 'i') });
export const Word = createToken({ name: 'Word', pattern: /[^\s()"“”„]+/ });

export const vocabulary = [Blank, Open, Close, Quoted, Or, And, Not, Field, Word];
export const queryLexer = new Lexer(vocabulary, { positionTracking: 'onlyOffset' });
