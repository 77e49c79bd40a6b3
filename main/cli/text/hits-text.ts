/** The answer to a search, for the eye. */
import type { SearchHit, SearchResult } from '../../../archive/model/search.ts';

/** A list of hits: one line each, and a passage under it where there is one. */
export function hitsText({ total, results, didYouMean }: SearchResult): string {
  const lines = [`${total} ${total === 1 ? 'cable' : 'cables'}`];
  if (didYouMean.length > 0) lines.push(`  Did you mean: ${didYouMean.join(', ')}?`);
  for (const hit of results) lines.push(...hitLines(hit));
  return lines.join('\n');
}

function hitLines({ id, created, origin, classification, subject, snippet }: SearchHit): string[] {
  const head = [id, created?.slice(0, 10) ?? 'undated', origin, classification, subject];
  const line = head.filter(part => part !== null).join('  ');
  return snippet === null ? [line] : [line, `    ${snippet.text.replace(/\s+/g, ' ').trim()}`];
}
