/** Chooses the reader for a file or a member of an archive, and frames its cables. */
import { cutMirrorPage } from './mirror.ts';
import type { Content, Piece } from './content.ts';
import { nameOf } from './content.ts';
import { looksLikeCablebrowser } from './cablebrowser.ts';
import { scanCsv } from './csv-scanner.ts';
import { detect } from './detect.ts';
import { sniffEncoding, transcoded } from './encoding.ts';
import type { FrameContext } from './framed.ts';
import { readGzip } from './gzip.ts';
import { limits } from './limits.ts';
import { splitPack } from './packs.ts';
import { splitRecords } from './records.ts';
import { expected, inMegabytes, refuse } from './refuse.ts';
import { readTar } from './tar.ts';
import { splitTelegrams } from './telegram.ts';
import { readZip } from './zip.ts';

/** The pieces of a content, whatever its format; what is none of ours is one refusal. */
export async function* readContent(content: Content): AsyncGenerator<Piece> {
  const { place } = content;
  const beginning = await content.reader.peek(limits.head);
  if (beginning.length === 0) {
    yield { kind: 'refusal', refusal: refuse('empty', 'The file is empty; get another copy of it.', place) };
    return;
  }
  const { encoding, assumed, mark } = sniffEncoding(beginning);
  content.reader.skip(mark);
  const reader = transcoded(content.reader, encoding);
  const context: FrameContext = { encoding, assumed };
  const text: Content = { ...content, reader };
  const head = await reader.peek(limits.head);
  const detected = detect(head, nameOf(place));
  switch (detected.kind) {
    case 'zip':
    case 'gzip':
    case 'tar':
      yield* readContainer(detected.kind, content);
      return;
    case 'csv':
      yield { kind: 'format', format: 'csv' };
      yield* frameCsv(text, context);
      return;
    case 'html':
      yield* framePage(text, context);
      return;
    case 'cablebrowser-text':
      yield { kind: 'format', format: 'cablebrowser-text' };
      yield* frameWhole(text, context, 'cablebrowser-text');
      return;
    case 'mirror-text':
      yield { kind: 'format', format: 'mirror' };
      yield* frameWhole(text, context, 'mirror');
      return;
    case 'telegram':
      yield { kind: 'format', format: 'telegram' };
      yield* frameTelegrams(text, context);
      return;
    case 'records':
      yield { kind: 'format', format: 'valise' };
      yield* frameRecords(text, context, splitRecords);
      return;
    case 'pack':
      yield { kind: 'format', format: 'valise' };
      yield* frameRecords(text, context, splitPack);
      return;
    case 'unknown': {
      const what = detected.what === null ? '' : ` It is ${detected.what}.`;
      const message = `This is none of the files that Valise reads.${what} Expected was ${expected}.`;
      yield { kind: 'refusal', refusal: refuse('not-a-cable-file', message, place) };
    }
  }
}

async function* readContainer(kind: 'zip' | 'gzip' | 'tar', content: Content): AsyncGenerator<Piece> {
  if (content.nesting >= limits.nesting) {
    const message =
      'This is an archive inside an archive inside an archive; unpack one of them and import again.';
    yield { kind: 'refusal', refusal: refuse('nested-too-deep', message, content.place) };
    return;
  }
  yield { kind: 'format', format: kind };
  const inner = { ...content, nesting: content.nesting + 1 };
  if (kind === 'zip') yield* readZip(inner, readContent);
  else if (kind === 'tar') yield* readTar(inner, readContent);
  else yield* readGzip(inner, readContent);
}

async function* frameCsv({ reader, place }: Content, context: FrameContext): AsyncGenerator<Piece> {
  for await (const piece of scanCsv(reader, limits.row)) {
    const at = { ...place, row: piece.row };
    if (piece.kind === 'row') yield { kind: 'frame', format: 'csv', context, place: at, bytes: piece.bytes };
    else yield { kind: 'refusal', refusal: refuse(piece.code, piece.message, at) };
  }
}

/** A page is a mirror's when it has the mirror's table, cablebrowser-2's when it has its labels. */
async function* framePage(content: Content, context: FrameContext): AsyncGenerator<Piece> {
  const { reader, place } = content;
  const page = await reader.all(limits.cable);
  if (page === null) {
    yield tooLarge(content);
    return;
  }
  const declared =
    context.encoding === 'unknown' ? { ...context, encoding: declaredEncoding(page) } : context;
  const cable = cutMirrorPage(page);
  if (cable !== null) {
    yield { kind: 'format', format: 'mirror' };
    yield { kind: 'frame', format: 'mirror', context: declared, place, bytes: cable };
  } else if (looksLikeCablebrowser(page.toString('latin1').replace(/<[^<>]{0,1000}>/g, ' '))) {
    yield { kind: 'format', format: 'cablebrowser-html' };
    const bytes = new Uint8Array(page);
    yield { kind: 'frame', format: 'cablebrowser-html', context: declared, place, bytes };
  } else {
    const message = `This is a web page without a cable on it. Expected was ${expected}.`;
    yield { kind: 'refusal', refusal: refuse('not-a-cable-file', message, place) };
  }
}

/** The encoding that a page names in its head, where it is one that UTF-8 can't be mistaken for. */
function declaredEncoding(page: Buffer): string {
  const named = /charset\s*=\s*["']?\s*([\w-]{1,40})/i
    .exec(page.toString('latin1', 0, 4096))?.[1]
    ?.toLowerCase();
  if (named === 'iso-8859-1' || named === 'latin1') return 'iso-8859-1';
  return named === 'windows-1252' || named === 'cp1252' ? 'windows-1252' : 'unknown';
}

async function* frameWhole(
  content: Content,
  context: FrameContext,
  format: 'cablebrowser-text' | 'mirror',
): AsyncGenerator<Piece> {
  const bytes = await content.reader.all(limits.cable);
  if (bytes === null) yield tooLarge(content);
  else yield { kind: 'frame', format, context, place: content.place, bytes: new Uint8Array(bytes) };
}

async function* frameTelegrams(content: Content, context: FrameContext): AsyncGenerator<Piece> {
  let row = 0;
  let first: Piece | null = null;
  for await (const bytes of splitTelegrams(content.reader, limits.cable)) {
    row++;
    const place = { ...content.place, row };
    const piece: Piece =
      bytes === null
        ? tooLarge({ ...content, place })
        : { kind: 'frame', format: 'telegram', context, place, bytes };
    // One that stands alone has no number within its file.
    if (row === 1) first = piece;
    else {
      if (first !== null) yield first;
      first = null;
      yield piece;
    }
  }
  if (first?.kind === 'frame') yield { ...first, place: content.place };
  else if (first !== null) yield first;
}

async function* frameRecords(
  content: Content,
  context: FrameContext,
  split: typeof splitPack,
): AsyncGenerator<Piece> {
  let row = 0;
  for await (const piece of split(content.reader, limits.cable)) {
    row++;
    const place = { ...content.place, row };
    if (piece instanceof Uint8Array) yield { kind: 'frame', format: 'valise', context, place, bytes: piece };
    else yield { kind: 'refusal', refusal: refuse(piece.code, piece.message, place) };
  }
}

function tooLarge({ place }: Content): Piece {
  const message = `The text is longer than ${inMegabytes(limits.cable)}, which no cable is; split the file and import again.`;
  return { kind: 'refusal', refusal: refuse('too-large', message, place) };
}
