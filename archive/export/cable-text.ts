/** A cable as plain text: what is known of it, then its text as published. */
import type { ShownCable } from '../model/archive.ts';

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

function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}

function answered(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}
