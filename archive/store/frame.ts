/**
 * A frame: one entry of a pack. `Name: value` lines, an empty line, the header block and the body exactly as published,
 * and an end line. README.md describes it for those who have nothing but an editor.
 */
import type { RawCable } from '../model/raw.ts';
import { escapeLabel, escapeValue } from './escape.ts';
import { sha256 } from './identity.ts';
import type { Sheet } from './sheet.ts';

/** The first line of each kind of frame, without the version behind it. */
export const FrameKinds = {
  record: 'Valise-Record',
  sighting: 'Valise-Sighting',
  withdrawal: 'Valise-Withdrawal',
  restoral: 'Valise-Restoral',
} as const;
export type FrameKind = keyof typeof FrameKinds;

export const FRAME_VERSION = 1;

/** Where a frame stands; part of the frame itself, so that a copy of it elsewhere is believed by nobody. */
export interface FramePlace {
  token: string;
  /** the pack's name without folder and ending: `2005-04` */
  pack: string;
  /** of the frame's first byte in the pack */
  offset: number;
  /** counts every frame of the archive, in the order of writing */
  sequence: number;
}

/** What a frame says of a cable, before its place is known. */
export interface CableFacts {
  canonicalId: string;
  key: string;
  sameness: string;
  imported: string;
  receipt: string;
  sourceSha256: string | null;
}

/** Names of published fields that have a line of their own; any other label stands on a `Published-Label` line. */
export const PublishedNames = new Map([
  ['number', 'Published-Number'],
  ['id', 'Published-Id'],
  ['created', 'Published-Created'],
  ['released', 'Published-Released'],
  ['origin', 'Published-Origin'],
  ['classification', 'Published-Classification'],
  ['tags', 'Published-Tags'],
  ['references', 'Published-References'],
  ['subject', 'Published-Subject'],
  ['link', 'Published-Link'],
  ['address', 'Published-Address'],
  ['redaction', 'Published-Redaction'],
  ['completeness', 'Published-Completeness'],
]);

function publishedLine([name, value]: [string, string]): string {
  const known = PublishedNames.get(name);
  return known === undefined
    ? `Published-Label: ${escapeLabel(name)}: ${escapeValue(value)}`
    : `${known}: ${escapeValue(value)}`;
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

/** The lines about a cable's copy that don't depend on where the frame will stand. Ends with a line break. */
export function describeCable(raw: RawCable, facts: CableFacts): string {
  const { place, rendering } = raw;
  const lines = [
    `Cable: ${escapeValue(facts.canonicalId)}`,
    `SHA-256: ${facts.key}`,
    `Sameness: ${facts.sameness}`,
    `Imported: ${facts.imported}`,
    `Receipt: ${escapeValue(facts.receipt)}`,
    `Source-File: ${escapeValue(place.file)}`,
  ];
  if (place.member !== null) lines.push(`Source-Member: ${escapeValue(place.member)}`);
  if (place.row !== null) lines.push(`Source-Row: ${place.row}`);
  if (facts.sourceSha256 !== null) lines.push(`Source-SHA-256: ${facts.sourceSha256}`);
  lines.push(
    `Rendering: ${rendering.format}`,
    `Line-Breaks: ${yesNo(rendering.lineBreaks)}`,
    `Encoding: ${escapeValue(rendering.encoding)}`,
    `Encoding-Assumed: ${yesNo(rendering.assumed)}`,
  );
  for (const { code, start, end, message } of raw.warnings) {
    lines.push(`Warning: ${escapeLabel(code)}: ${start ?? '-'} ${end ?? '-'} ${escapeValue(message)}`);
  }
  lines.push(...Object.entries(raw.published).map(publishedLine));
  return `${lines.join('\n')}\n`;
}

/** What a withdrawal or a restoral is about: all that a receipt brought, or all that there is of a cable. */
export type MarkTarget = { kind: 'receipt'; id: string } | { kind: 'cable'; id: string };

/** The lines of a withdrawal or a restoral. */
export function describeMark(target: MarkTarget, time: string, reason: string): string {
  const what = target.kind === 'receipt' ? 'Of-Receipt' : 'Of-Cable';
  return `${what}: ${escapeValue(target.id)}\nTime: ${time}\nReason: ${escapeValue(reason)}\n`;
}

/** The end line of a frame, with the line break before it (no part of the text) and an empty line behind it. */
export function endLine(place: FramePlace): string {
  return `\nValise-End: ${place.sequence} ${place.token}\n\n`;
}

/** Where header and body of a frame lie behind its head. A header is followed by a line break of ours. */
export function textSpan(headerBytes: number, bodyBytes: number): { body: number; size: number } {
  const body = headerBytes > 0 ? headerBytes + 1 : 0;
  return { body, size: body + bodyBytes };
}

/** The texts of a cable as they stand in a frame: header, a line break where there is a header, body. */
export interface FrameText {
  bytes: Uint8Array;
  headerBytes: number;
  bodyBytes: number;
}

const noText: FrameText = { bytes: new Uint8Array(), headerBytes: 0, bodyBytes: 0 };

/** Bytes of the line with the head's checksum and of the empty line behind it. */
const CHECKSUM_LINE = 'Head-SHA-256: \n\n'.length + 64;

/** Writes a whole frame behind what is on the sheet; answers where it begins there, and the length of its head. */
export function sealFrame(
  sheet: Sheet,
  kind: FrameKind,
  place: FramePlace,
  description: Uint8Array,
  { bytes, headerBytes, bodyBytes }: FrameText = noText,
): { at: number; headBytes: number } {
  const opening =
    `${FrameKinds[kind]}: ${FRAME_VERSION}\nToken: ${place.token}\nPack: ${place.pack}\nOffset: ${place.offset}\n` +
    `Sequence: ${place.sequence}\nHeader-Bytes: ${headerBytes}\nBody-Bytes: ${bodyBytes}\n`;
  // Names of packs and tokens are ASCII: as many bytes as letters. Otherwise the copy is slower, not wrong.
  sheet.align(bytes, opening.length + description.length + CHECKSUM_LINE);
  const { at } = sheet.text(opening);
  sheet.bytes(description);
  const sum = sha256(sheet.view({ at, length: sheet.length - at }));
  sheet.text(`Head-SHA-256: ${sum}\n\n`);
  const headBytes = sheet.length - at;
  sheet.bytes(bytes);
  sheet.text(endLine(place));
  return { at, headBytes };
}
