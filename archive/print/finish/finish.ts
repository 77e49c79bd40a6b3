/** Makes the archival copy out of Chromium's print: PDF/A-3a and PDF/UA-1, with the record's exact source text attached. */
import { createHash } from 'node:crypto';
import {
  AFRelationship,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { ArchiveError } from '../../errors.ts';
import { PAGE_MARGINS } from '../document.ts';
import { edited, readContent } from './content.ts';
import type { ContentRead } from './content.ts';
import { joinPrint } from './join.ts';
import { xmpPacket } from './metadata.ts';
import type { Described } from './metadata.ts';
import { arrayAt, dictAt, key, numberAt, streamText, sweep } from './objects.ts';
import { srgbProfile } from './srgb.ts';
import { contentKey, ownersOf, retitleOutline, Structure } from './structure.ts';
import type { ContentKey } from './structure.ts';
import { readToUnicode } from './to-unicode.ts';
import type { CodeMap } from './to-unicode.ts';

export interface Attachment {
  name: string;
  bytes: Uint8Array;
  description: string;
}

export interface FinishOptions extends Omit<Described, 'created'> {
  /** when it was printed; the time that Chromium wrote where left out */
  created?: Date | undefined;
  attachment: Attachment;
}

/** For several prints in one file: the source text of each, under names of their own. */
export interface FinishManyOptions extends Omit<FinishOptions, 'attachment'> {
  attachments: readonly Attachment[];
}

export interface Finished {
  pdf: Uint8Array;
  /** what the file names itself; null for a print without tags, as Chromium made them before version 117 */
  conformance: 'PDF/A-3a and PDF/UA-1' | null;
}

const POINTS_PER_MM = 72 / 25.4;

/**
 * Finishes a print of Valise's page. The same print and options give the same bytes. Throws `print-failed` where
 * finishing would hide a loss: text in the body that no tag reaches, a character whose font lacks it, content that the
 * page never had.
 */
export async function finishPdf(print: Uint8Array, options: FinishOptions): Promise<Finished> {
  const { attachment, ...rest } = options;
  return finishPdfs([print], { ...rest, attachments: [attachment] });
}

/** Finishes several prints as one file, each beginning on a new page. Throws like `finishPdf`. */
export async function finishPdfs(
  prints: readonly Uint8Array[],
  options: FinishManyOptions,
): Promise<Finished> {
  try {
    const { document, tagged } = await joined(prints);
    const created = options.created ?? document.getCreationDate() ?? new Date(0);
    describe(document, { ...options, created }, tagged);
    for (const { name, bytes, description } of options.attachments) {
      await document.attach(bytes, name, {
        mimeType: 'text/plain',
        description,
        creationDate: created,
        modificationDate: created,
        afRelationship: AFRelationship.Source,
      });
    }
    await document.flush();
    sweep(document.context);
    identify(document);
    const pdf = await document.save({
      useObjectStreams: true,
      updateFieldAppearances: false,
      objectsPerTick: Infinity,
    });
    return { pdf, conformance: tagged ? 'PDF/A-3a and PDF/UA-1' : null };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new ArchiveError(
      'print-failed',
      `The archival copy was not made: ${reason}. Print with another version of Chromium, and tell us of it.`,
      undefined,
      fault,
    );
  }
}

/** The prints, each mended, as one document; tagged where every one of them is. */
async function joined(prints: readonly Uint8Array[]): Promise<{ document: PDFDocument; tagged: boolean }> {
  let whole: PDFDocument | null = null;
  let tagged = true;
  for (const [index, print] of prints.entries()) {
    const document = await PDFDocument.load(print, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    const root = dictAt(document.catalog, 'StructTreeRoot');
    // Ids are one space in a file: those of the second print begin with its number.
    if (root !== undefined)
      tagWhole(document, root, index === 0 ? 'n' : `p${String(index).padStart(5, '0')}n`);
    tagged &&= root !== undefined;
    if (whole === null) whole = document;
    else joinPrint(whole, document);
  }
  if (whole === null) throw new Error('there is nothing to print');
  return { document: whole, tagged };
}

/** Marks decoration in every page, mends the structure tree and the outline. */
function tagWhole(document: PDFDocument, root: PDFDict, ids: string): void {
  const { context, catalog } = document;
  const owners = ownersOf(root);
  const texts = new Map<ContentKey, string>();
  const decoration = new Set<ContentKey>();
  for (const page of document.getPages()) {
    if (arrayAt(page.node, 'Annots') !== undefined)
      throw new Error('the print has links, and Valise’s page has none');
    const stream = contentsOf(page);
    const read = readContent(stream, {
      fonts: fontsOf(page.node),
      height: page.getHeight(),
      margins: { top: PAGE_MARGINS.top * POINTS_PER_MM, bottom: PAGE_MARGINS.bottom * POINTS_PER_MM },
    });
    for (const [mcid, text] of read.texts) texts.set(contentKey(page.ref, mcid), text);
    for (const mcid of read.decoration) decoration.add(contentKey(page.ref, mcid));
    const list = owners.get(numberAt(page.node, 'StructParents') ?? -1);
    for (const mcid of read.decoration) list?.set(mcid, PDFNull);
    const whole = Buffer.from(edited(stream, [...read.edits, ...asArtifacts(read)]), 'latin1');
    page.node.set(key('Contents'), context.register(context.flateStream(whole)));
  }
  const structure = new Structure(context, root, ids);
  structure.mend(decoration, texts);
  retitleOutline(catalog, element => structure.text(element));
}

function asArtifacts({ opens, decoration }: ContentRead) {
  return [...decoration].flatMap(mcid => {
    const open = opens.get(mcid);
    return open === undefined ? [] : [{ ...open, text: '/Artifact BMC' }];
  });
}

function contentsOf({ node }: PDFPage): string {
  const contents = node.lookup(key('Contents'));
  if (!(contents instanceof PDFArray)) return streamText(contents);
  return contents
    .asArray()
    .map((_, index) => streamText(contents.lookup(index)))
    .join('\n');
}

function fontsOf(page: PDFDict): Map<string, CodeMap> {
  const fonts = new Map<string, CodeMap>();
  for (const [name] of dictAt(dictAt(page, 'Resources'), 'Font')?.entries() ?? []) {
    const font = dictAt(dictAt(dictAt(page, 'Resources'), 'Font'), name.decodeText());
    const map = font?.lookup(key('ToUnicode'));
    if (map !== undefined) fonts.set(name.toString(), readToUnicode(streamText(map)));
  }
  return fonts;
}

/** Title, dates, language; and for a tagged print the names of the standards and the colours' meaning. */
function describe(document: PDFDocument, options: Described, tagged: boolean): void {
  const { title, author, language, program, created } = options;
  const { context, catalog } = document;
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setProducer(program);
  document.setCreator(program);
  document.setCreationDate(created);
  document.setModificationDate(created);
  document.setLanguage(language);
  if (!tagged) return;
  const packet = Buffer.from(xmpPacket(options), 'utf8');
  const metadata = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length });
  // never compressed, so that a program that knows nothing of PDF finds it (ISO 19005-3, 6.6.2.1)
  if (metadata instanceof PDFDict)
    catalog.set(key('Metadata'), context.register(PDFRawStream.of(metadata, packet)));
  const space = PDFString.of('sRGB IEC61966-2.1');
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: space,
    Info: space,
    RegistryName: PDFString.of('http://www.color.org'),
    DestOutputProfile: context.register(context.flateStream(srgbProfile(), { N: 3 })),
  };
  catalog.set(key('OutputIntents'), context.obj([intent]));
  for (const page of document.getPages()) page.node.set(key('Tabs'), PDFName.of('S'));
}

/** The file's id is made of its content, so that the same print gives the same file. */
function identify(document: PDFDocument): void {
  const hash = createHash('sha256');
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    hash.update(ref.toString());
    hash.update(object instanceof PDFRawStream ? object.contents : object.toString());
  }
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase());
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}
