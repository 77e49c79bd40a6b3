/** `.tar`, member by member, in its order. */
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { Header } from 'tar-stream';
import { ByteReader } from './byte-reader.ts';
import type { Content, Piece, ReadContent } from './content.ts';
import { counted } from './gauge.ts';
import { limits } from './limits.ts';
import { refuse } from './refuse.ts';
import { printable, safeMemberPath } from './safe-path.ts';
import { unpackingFailed } from './unpacking.ts';

/** What the library gives for a member. */
interface Entry extends AsyncIterable<unknown> {
  header: Header;
}

/** Reads the files of a tar. Links and devices are refused with a line, folders passed over. */
export async function* readTar(content: Content, read: ReadContent): AsyncGenerator<Piece> {
  const entries = extract();
  const source = Readable.from(
    counted(
      () => content.reader.next(),
      () => undefined,
    ),
    { objectMode: false },
  );
  source.on('error', error => entries.destroy(error));
  source.pipe(entries);
  let members = 0;
  try {
    for await (const entry of entries) {
      if (++members > limits.members) throw new Error('tar: more members than any real archive');
      yield* readEntry(entry, content, read);
      entry.resume();
    }
  } catch (error) {
    yield { kind: 'refusal', refusal: unpackingFailed(error, content) };
  } finally {
    source.destroy();
    entries.destroy();
  }
}

async function* readEntry(entry: Entry, content: Content, read: ReadContent): AsyncGenerator<Piece> {
  const { name, type } = entry.header;
  if (type === 'directory') return;
  const above = content.place.member;
  const under = (path: string) => ({ ...content.place, member: above === null ? path : `${above}!${path}` });
  const path = safeMemberPath(name);
  if (path === null) {
    const message =
      'The member has an unsafe name (absolute, or leading out of the archive) and was left out.';
    yield { kind: 'refusal', refusal: refuse('unsafe-path', message, under(printable(name.slice(0, 200)))) };
  } else if (type === 'symlink' || type === 'link') {
    const message = 'The member is a link; links are not followed.';
    yield { kind: 'refusal', refusal: refuse('unsafe-path', message, under(path)) };
  } else if (type !== 'file' && type !== 'contiguous-file') {
    const message = 'The member is no ordinary file (a device or pipe) and was left out.';
    yield { kind: 'refusal', refusal: refuse('unreadable', message, under(path)) };
  } else {
    yield* read({
      ...content,
      place: under(path),
      reader: new ByteReader(Buffer.alloc(0), bytesOf(entry)),
      file: null,
    });
  }
}

async function* bytesOf(entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}
