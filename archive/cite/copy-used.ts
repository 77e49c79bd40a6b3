/** Names the copy that was read. It never says who keeps the original: a copy's file proves no custody. */
import type { ShownCable } from '../model/archive.ts';
import type { Rendering } from '../model/raw.ts';

const FORMS: Record<Rendering['format'], string> = {
  mirror: 'mirror page',
  csv: 'table',
  'cablebrowser-text': 'cablebrowser-2 page',
  'cablebrowser-html': 'cablebrowser-2 page',
  telegram: 'telegram file',
  valise: 'record of a Valise archive',
};

/** So much of the record's SHA-256 tells it from every other. */
const CHECKSUM = 16;

/** `copy used: cablebrowser-2 page 05HANOI841.txt (record SHA-256 4f2b…)`; null where the archive knows of no source. */
export function copyUsed({ sightings, key }: ShownCable): string | null {
  const sighting = sightings.find(({ shown }) => shown) ?? sightings[0];
  if (sighting === undefined) return null;
  const { file, member, row } = sighting.source;
  const inner = (member ?? file).split(/[/!]/).at(-1) ?? file;
  const within = row === null ? '' : `, number ${row}`;
  return `copy used: ${FORMS[sighting.rendering.format]} ${inner}${within} (record SHA-256 ${key.slice(0, CHECKSUM)})`;
}
