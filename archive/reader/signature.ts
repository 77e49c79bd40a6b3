/** Where a cable is signed: the last surnames, in capitals, behind its last paragraph. */
import type { CableRecord, Span } from '../record.ts';

/** The place of the signers at the end of the body, or null. Nothing but debris, stamps and white space may follow. */
export function signatureSpan(record: CableRecord): Span | null {
  const { body, signers } = record;
  const places: Span[] = [];
  for (const signer of [...signers].reverse()) {
    const limit = places.at(-1)?.start ?? body.length;
    const start =
      signer === '' || signer.length > limit ? -1 : body.lastIndexOf(signer, limit - signer.length);
    if (start < 0 || !standsAlone(body, start, start + signer.length)) return null;
    places.push({ start, end: start + signer.length });
  }
  const [last, first] = [places[0], places.at(-1)];
  if (last === undefined || first === undefined) return null;
  const span = { start: first.start, end: last.end };
  // between two signers stand other capitals and punctuation at most: else the first name was one of the text's
  if (/[\p{Ll}\p{N}]/u.test(body.slice(span.start, span.end))) return null;
  return isOnItsLine(body, span) || isLast(record, span) ? span : null;
}

function standsAlone(body: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(body.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{N}]/u.test(body.slice(end, end + 2))
  );
}

function isOnItsLine(body: string, { start, end }: Span): boolean {
  const before = body.slice(Math.max(0, start - 200), start);
  const after = body.slice(end, end + 200);
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(before) && /^[^\S\r\n]*(?:[\r\n]|$)/.test(after);
}

function isLast({ body, debris }: CableRecord, { end }: Span): boolean {
  const rest = body.slice(end).split('');
  for (const piece of debris) {
    rest.fill(' ', Math.max(0, piece.start - end), Math.max(0, piece.end - end));
  }
  return /^(?:NNNN|[^\p{L}\p{N}])*$/u.test(rest.join(''));
}
