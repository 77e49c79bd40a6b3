/** What may be wrong with a query, in German. */
import type { mistakes as english } from '../english/mistakes.ts';

export const mistakes: Record<keyof typeof english, string> = {
  'mistake.emptyField': 'Hinter {field}: steht nichts.',
  'mistake.badDate': '„{value}“ ist kein Datum. Ein Datum schreibt man 2005, 2005-03 oder 2005-03-17.',
  'mistake.emptyRange': '„{value}“ endet, bevor es beginnt.',
  'mistake.state':
    'is:{value} gibt es nicht. is: kennt partial, redacted, withdrawn, undated, read und unread.',
  'mistake.own': 'has:{value} gibt es nicht. has: kennt note und highlight.',
  'mistake.star': 'Ein Stern steht nur hinter dem Anfang eines Wortes.',
  'mistake.noWord': 'Es gibt keinen Buchstaben und keine Ziffer zu suchen.',
  'mistake.unknownField': 'Ein Feld {field} gibt es nicht; es wurde als Wort gesucht.',
  'mistake.strayParenthesis': 'Diese Klammer schließt nichts.',
  'mistake.strayParenthesisWay': 'Nehmen Sie sie weg.',
  'mistake.openParenthesis': 'Diese Klammer ist nicht geschlossen.',
  'mistake.openParenthesisWay': 'Setzen Sie ) an ihr Ende.',
  'mistake.openQuote': 'Dieses Anführungszeichen ist nicht geschlossen.',
  'mistake.openQuoteWay': 'Setzen Sie " an das Ende der Wendung.',
  'mistake.lonelyOr': 'OR steht zwischen zwei Dingen, die gesucht werden.',
  'mistake.lonelyOrWay': 'So geht es: iraq OR iran',
  'mistake.lonelyNot': 'NOT steht vor dem, was wegbleiben soll.',
  'mistake.lonelyNotWay': 'So geht es: iraq NOT iran',
  'mistake.tooDeep': 'Klammern gehen höchstens 50 tief.',
  'mistake.notUnderstood': 'Dieser Teil wurde nicht verstanden.',
};
