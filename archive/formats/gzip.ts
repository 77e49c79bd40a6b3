/** `.gz`: one file, or a tar, compressed. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { type Content, nameOf, type Piece, type ReadContent } from './content.ts';
import { detect } from './detect.ts';
import { counted, Gauge } from './gauge.ts';
import { limits } from './limits.ts';
import { readTar } from './tar.ts';
import { unpackingFailed } from './unpacking.ts';

/** Unpacks and reads what is inside; a tar inside counts as the same archive. */
export async function* readGzip(content: Content, read: ReadContent): AsyncGenerator<Piece> {
  let packed = 0;
  const source = Readable.from(
    counted(
      () => content.reader.next(),
      bytes => (packed += bytes),
    ),
    { objectMode: false },
  );
  const unzip = createGunzip({ chunkSize: limits.chunk });
  source.on('error', error => unzip.destroy(error));
  source.pipe(unzip);
  const reader = new ByteReader(Buffer.alloc(0), new Gauge(() => packed).watch(unzip));
  try {
    const inner: Content = { ...content, reader, file: null };
    const detected = detect(await reader.peek(limits.head), nameOf(content.place));
    if (detected.kind === 'tar') {
      yield { kind: 'format', format: 'tar.gz' };
      yield* readTar(inner, read);
    } else {
      const name = nameOf(content.place).replace(/\.(?:gz|gzip|z)$/i, '');
      const above = content.place.member;
      yield* read({
        ...inner,
        place: { ...content.place, member: above === null ? name : `${above}!${name}` },
      });
    }
  } catch (error) {
    yield { kind: 'refusal', refusal: unpackingFailed(error, content) };
  } finally {
    source.destroy();
    unzip.destroy();
  }
}
