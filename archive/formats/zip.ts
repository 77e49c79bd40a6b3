/** `.zip`, member by member, in the order of its list of contents. */
import {
  type Entry,
  fromBufferPromise,
  fromFdPromise,
  getFileNameLowLevel,
  type Options,
  type ZipFile,
} from 'yauzl';
import { ByteReader } from './byte-reader.ts';
import type { Content, Piece, ReadContent } from './content.ts';
import { crc32 } from './crc32.ts';
import { BombError, Gauge } from './gauge.ts';
import { limits } from './limits.ts';
import { inMegabytes, refuse } from './refuse.ts';
import { printable, safeMemberPath } from './safe-path.ts';
import { unpackingFailed } from './unpacking.ts';

// Names are judged here, one by one: yauzl would give up the whole archive at the first bad one.
const options: Options = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: true,
};

/** Reads the files of a zip. Encrypted ones, links and unsafe names are refused with a line, folders passed over. */
export async function* readZip(content: Content, read: ReadContent): AsyncGenerator<Piece> {
  const held = content.file === null ? await content.reader.all(limits.nestedZip) : null;
  if (content.file === null && held === null) {
    const size = inMegabytes(limits.nestedZip);
    const message = `The .zip stands inside another archive and is larger than ${size}; unpack the outer one and import again.`;
    yield { kind: 'refusal', refusal: refuse('too-large', message, content.place) };
    return;
  }
  let zip: ZipFile;
  try {
    zip =
      content.file === null
        ? await fromBufferPromise(held ?? Buffer.alloc(0), options)
        : await fromFdPromise(content.file.fd, options);
  } catch (error) {
    yield { kind: 'refusal', refusal: unpackingFailed(error, content) };
    return;
  }
  const packed = content.file?.bytes ?? held?.length ?? 0;
  const gauge = new Gauge(() => packed);
  try {
    if (zip.entryCount > limits.members) throw new BombError('too many members');
    for await (const entry of zip.eachEntry()) {
      yield* readEntry(zip, entry, content, gauge, read);
    }
  } catch (error) {
    yield { kind: 'refusal', refusal: unpackingFailed(error, content) };
  }
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  content: Content,
  gauge: Gauge,
  read: ReadContent,
): AsyncGenerator<Piece> {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if (name.endsWith('/')) return;
  const above = content.place.member;
  const under = (path: string) => ({ ...content.place, member: above === null ? path : `${above}!${path}` });
  const path = safeMemberPath(name);
  if (path === null) {
    const message =
      'The member has an unsafe name (absolute, or leading out of the archive) and was left out.';
    yield { kind: 'refusal', refusal: refuse('unsafe-path', message, under(printable(name.slice(0, 200)))) };
    return;
  }
  const place = under(path);
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    yield {
      kind: 'refusal',
      refusal: refuse('unsafe-path', 'The member is a link; links are not followed.', place),
    };
    return;
  }
  if (entry.isEncrypted()) {
    const message = 'The member is locked with a password; unpack it yourself and import what comes out.';
    yield { kind: 'refusal', refusal: refuse('unreadable', message, place) };
    return;
  }
  const member: Content = { ...content, place, file: null };
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const checked = new Checked(entry);
    try {
      const reader = new ByteReader(Buffer.alloc(0), checked.watch(gauge.watch(stream)));
      yield* read({ ...member, reader });
    } finally {
      stream.destroy();
    }
    if (checked.damaged) {
      const message =
        'The checksum of the member does not fit: what was taken of it may be damaged. Get another copy.';
      yield { kind: 'refusal', refusal: refuse('damaged-source', message, place) };
    }
  } catch (error) {
    if (error instanceof BombError) throw error;
    yield { kind: 'refusal', refusal: unpackingFailed(error, member) };
  }
}

/** Holds the bytes of a member against the checksum in the list of contents, which the library leaves to us. */
class Checked {
  damaged = false;
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  /** The same chunks; what was not read to its end is not judged. */
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let sum = 0;
    for await (const chunk of chunks) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    this.damaged = sum !== this.#entry.crc32;
  }
}
