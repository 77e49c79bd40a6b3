/** Reading a frame's head: its lines, its place, its lengths; nothing is believed whose checksum does not fit. */
import { RenderingSchema } from '../model/raw.ts';
import type { RawCable } from '../model/raw.ts';
import { WarningSchema } from '../record.ts';
import type { Warning } from '../record.ts';
import { unescapeValue } from './escape.ts';
import { FRAME_VERSION, FrameKinds, PublishedNames, endLine, textSpan } from './frame.ts';
import type { CableFacts, FrameKind, FramePlace, MarkTarget } from './frame.ts';
import { sha256 } from './identity.ts';

export interface FrameHead {
  kind: FrameKind;
  place: FramePlace;
  /** bytes up to the text, the empty line included */
  headBytes: number;
  headerBytes: number;
  bodyBytes: number;
  /** of the whole frame, end line included */
  bytes: number;
  /** the lines in between, as name and escaped value */
  lines: readonly (readonly [string, string])[];
}

const kinds = new Map<string, FrameKind>(
  (['record', 'sighting', 'withdrawal', 'restoral'] as const).map(kind => [FrameKinds[kind], kind]),
);
const names = new Map([...PublishedNames].map(([name, line]) => [line, name]));
const checksumLine = /^Head-SHA-256: ([0-9a-f]{64})$/;

function splitLine(line: string): readonly [string, string] {
  const colon = line.indexOf(': ');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
}

function count(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** The head from its bytes (up to and with the empty line), or null where it is none or its checksum does not fit. */
export function parseHead(bytes: Buffer): FrameHead | null {
  const text = bytes.toString('utf8');
  if (!text.endsWith('\n\n')) return null;
  const lastLine = text.lastIndexOf('\n', text.length - 3) + 1;
  const checksum = checksumLine.exec(text.slice(lastLine, -2));
  if (checksum === null || sha256(text.slice(0, lastLine)) !== checksum[1]) return null;
  const lines = text
    .slice(0, lastLine - 1)
    .split('\n')
    .map(splitLine);
  const [first, token, pack, offset, sequence, header, body, ...rest] = lines;
  const kind = first === undefined ? undefined : kinds.get(first[0]);
  const version = count(first?.[1]);
  const at = count(offset?.[1]);
  const order = count(sequence?.[1]);
  const headerBytes = count(header?.[1]);
  const bodyBytes = count(body?.[1]);
  if (kind === undefined || token?.[0] !== 'Token' || pack?.[0] !== 'Pack') return null;
  if (offset?.[0] !== 'Offset' || sequence?.[0] !== 'Sequence') return null;
  if (header?.[0] !== 'Header-Bytes' || body?.[0] !== 'Body-Bytes') return null;
  if (version !== FRAME_VERSION || at === null || order === null) return null;
  if (headerBytes === null || bodyBytes === null) return null;
  const place = { token: token[1], pack: pack[1], offset: at, sequence: order };
  return {
    kind,
    place,
    headBytes: bytes.length,
    headerBytes,
    bodyBytes,
    bytes: bytes.length + textSpan(headerBytes, bodyBytes).size + Buffer.byteLength(endLine(place)),
    lines: rest,
  };
}

function valueOf(head: FrameHead, name: string): string | null {
  const line = head.lines.find(([label]) => label === name);
  return line === undefined ? null : unescapeValue(line[1]);
}

/** What the frame says of its cable besides the text. */
export function factsOf(head: FrameHead): CableFacts {
  return {
    canonicalId: valueOf(head, 'Cable') ?? '',
    key: valueOf(head, 'SHA-256') ?? '',
    sameness: valueOf(head, 'Sameness') ?? '',
    imported: valueOf(head, 'Imported') ?? '',
    receipt: valueOf(head, 'Receipt') ?? '',
    sourceSha256: valueOf(head, 'Source-SHA-256'),
  };
}

function warningOf(value: string): Warning {
  const [, code = '', start = '-', end = '-', message = ''] =
    /^([^:]*): (\d+|-) (\d+|-) (.*)$/u.exec(value) ?? [];
  const offset = (digits: string) => (digits === '-' ? null : Number(digits));
  return WarningSchema.parse({
    code: unescapeValue(code),
    message: unescapeValue(message),
    start: offset(start),
    end: offset(end),
  });
}

function publishedOf([name, value]: readonly [string, string]): [string, string] | null {
  if (name === 'Published-Label') {
    const [label, rest] = splitLine(value);
    return [unescapeValue(label), unescapeValue(rest)];
  }
  const known = names.get(name);
  return known === undefined ? null : [known, unescapeValue(value)];
}

/** The copy of the cable that the frame keeps, as its format's reader gave it. */
export function rawCableOf(head: FrameHead, header: string, body: string): RawCable {
  const row = valueOf(head, 'Source-Row');
  const published = head.lines.map(publishedOf).filter(field => field !== null);
  return {
    place: {
      file: valueOf(head, 'Source-File') ?? '',
      member: valueOf(head, 'Source-Member'),
      row: row === null ? null : Number(row),
    },
    rendering: RenderingSchema.parse({
      format: valueOf(head, 'Rendering'),
      lineBreaks: valueOf(head, 'Line-Breaks') === 'yes',
      encoding: valueOf(head, 'Encoding') ?? '',
      assumed: valueOf(head, 'Encoding-Assumed') === 'yes',
    }),
    published: Object.fromEntries(published),
    header,
    body,
    warnings: head.lines.filter(([name]) => name === 'Warning').map(([, value]) => warningOf(value)),
  };
}

/** What a withdrawal or a restoral is about; null where the frame is none. */
export function markOf(head: FrameHead): { target: MarkTarget; time: string; reason: string } | null {
  const receipt = valueOf(head, 'Of-Receipt');
  const cable = valueOf(head, 'Of-Cable');
  const id = receipt ?? cable;
  if (id === null) return null;
  const target: MarkTarget = { kind: receipt === null ? 'cable' : 'receipt', id };
  return { target, time: valueOf(head, 'Time') ?? '', reason: valueOf(head, 'Reason') ?? '' };
}
