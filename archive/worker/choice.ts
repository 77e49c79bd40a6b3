/** A cable as people and programs name it: `ID`, or `ID@KEY` for one of its versions. */

/** `ID@KEY` in its two parts. */
export function choiceOf(choice: string): [string, string?] {
  const at = choice.lastIndexOf('@');
  return at > 0 ? [choice.slice(0, at), choice.slice(at + 1)] : [choice];
}
