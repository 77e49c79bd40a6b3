/** Captions: the words under the classification line that limit who may read on (`SIPDIS`, `NOFORN`, `EXDIS`). */
import { captionNames } from './glossary.ts';

// An X-ray of one pass: names are capitals and spaces only, longest first, so that the longest one wins.
const CAPTION = new RegExp(
  `(?<![A-Za-z-])(?:${captionNames.map(name => name.replace(/[^A-Za-z0-9]+/g, '\\W{1,3}')).join('|')})(?![A-Za-z-])`,
  'g',
);

/** The captions in these parts of the view, each once, in the order in which they stand there. */
export function readCaptions(parts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const part of parts) {
    for (const [written] of part.matchAll(CAPTION)) found.add(written.replace(/\s+/g, ' '));
  }
  return [...found];
}
