/** What may be wrong with a query. */
export const mistakes = {
  'mistake.emptyField': 'Nothing follows {field}:',
  'mistake.badDate': '“{value}” is no date. Dates are written 2005, 2005-03 or 2005-03-17.',
  'mistake.emptyRange': '“{value}” ends before it begins.',
  'mistake.state':
    'There is no is:{value}. is: knows partial, redacted, withdrawn, undated, read and unread.',
  'mistake.own': 'There is no has:{value}. has: knows note and highlight.',
  'mistake.star': 'A star stands behind the beginning of a word only.',
  'mistake.noWord': 'There is no letter or digit to look for.',
  'mistake.unknownField': 'There is no field {field}: it was looked for as a word.',
  'mistake.strayParenthesis': 'This parenthesis closes nothing.',
  'mistake.strayParenthesisWay': 'Remove it.',
  'mistake.openParenthesis': 'This parenthesis is not closed.',
  'mistake.openParenthesisWay': 'Add ) where it ends.',
  'mistake.openQuote': 'This quotation mark is not closed.',
  'mistake.openQuoteWay': 'Add " where the phrase ends.',
  'mistake.lonelyOr': 'OR stands between two things to look for.',
  'mistake.lonelyOrWay': 'Write: iraq OR iran',
  'mistake.lonelyNot': 'NOT stands before what is to be left out.',
  'mistake.lonelyNotWay': 'Write: iraq NOT iran',
  'mistake.tooDeep': 'Parentheses go 50 deep at most.',
  'mistake.notUnderstood': 'This part was not understood.',
} as const;
