/**
 * A pack for somebody else's hands: the same frames at the same bytes under another token. The token is what recovery
 * knows an archive's own frames by, so it never leaves the archive; a copy has its own.
 */
import { sha256 } from '../store/identity.ts';
import type { Scanned } from '../store/pack-scan.ts';

export interface Tokens {
  /** 32 hexadecimal digits each, so that no length changes */
  from: string;
  to: string;
}

/** What a part of a pack becomes: a whole frame's head and end, or whatever lies between frames that are damaged. */
export function withFreshToken(bytes: Buffer, part: Scanned, { from, to }: Tokens): Buffer {
  if (part.kind === 'damage') return replaced(bytes, from, to);
  const { headBytes } = part.head;
  const text = part.head.bytes - headBytes;
  const end = Buffer.byteLength(`\nValise-End: ${part.head.place.sequence} ${from}\n\n`);
  return Buffer.concat([
    head(bytes.subarray(0, headBytes), from, to),
    // The text is the publisher's, to the byte.
    bytes.subarray(headBytes, headBytes + text - end),
    replaced(bytes.subarray(headBytes + text - end), from, to),
  ]);
}

/** The head's own checksum is the last of its lines, over all lines above. */
function head(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.toString('latin1').replace(`\nToken: ${from}\n`, `\nToken: ${to}\n`);
  const last = text.lastIndexOf('\nHead-SHA-256: ') + 1;
  const lines = Buffer.from(text.slice(0, last), 'latin1');
  return Buffer.concat([lines, Buffer.from(`Head-SHA-256: ${sha256(lines)}\n\n`)]);
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
