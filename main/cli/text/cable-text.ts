/** A cable for the eye: what is known of it, then its text as published. */
import type { ShownCable } from '../../../archive/model/archive.ts';
import type { SearchHit, SearchResult } from '../../../archive/model/search.ts';

/** The cable as plain text; ends with a line break. */
export function cableText(cable: ShownCable): string {
  const rows: [string, string | null][] = [
    ['Identifier', cable.id],
    ['Subject', cable.subject],
    ['Origin', cable.origin],
    ['Created', cable.created],
    ['Released', cable.released],
    ['Classification', cable.classification],
    ['Tags', listed(cable.tags)],
    ['References', listed(cable.references.map(reference => reference.id ?? reference.text))],
    ['Signed', listed(cable.signers)],
    ['Partial', answered(cable.partial)],
    ['Redacted', answered(cable.redacted)],
    ['Versions', cable.versions.length > 1 ? String(cable.versions.length) : null],
    ['SHA-256', cable.key],
  ];
  const head = rows.filter(row => row[1] !== null).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', ...(cable.header === '' ? [] : [cable.header, '']), cable.body, ''].join('\n');
}

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

function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}

function answered(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}
