/** The size of a rem in pixels: read once, since each reading makes the browser work all styles out at once. */
let known = 0;

// Zooming changes it, and comes with another size of the window.
window.addEventListener('resize', () => {
  known = 0;
});

/** Pixels of one rem, as the person's browser has it set. */
export function pixelsOfRem(): number {
  if (known === 0) known = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return known;
}
