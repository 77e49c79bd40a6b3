/** Puts the focus on the list of results, where there is one. */
export function focusResults(): void {
  document.getElementById('results')?.focus();
}
