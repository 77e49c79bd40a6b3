/** Whether a label fits what was typed: every word of it begins a word of the label, in any case. Pure. */
export function fits(label: string, typed: string): boolean {
  const words = label.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every(part => part === '' || words.some(word => word.startsWith(part)));
}
