/** Reading the objects of a PDF with their types checked: what is something else is undefined, never taken for it. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

export function key(name: string): PDFName {
  return PDFName.of(name);
}

export function dictAt(dict: PDFDict | undefined, name: string): PDFDict | undefined {
  const value = dict?.lookup(key(name));
  return value instanceof PDFDict ? value : undefined;
}

export function arrayAt(dict: PDFDict | undefined, name: string): PDFArray | undefined {
  const value = dict?.lookup(key(name));
  return value instanceof PDFArray ? value : undefined;
}

export function numberAt(dict: PDFDict | undefined, name: string): number | undefined {
  const value = dict?.lookup(key(name));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function nameAt(dict: PDFDict | undefined, name: string): string | undefined {
  const value = dict?.lookup(key(name));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

export function refAt(dict: PDFDict | undefined, name: string): PDFRef | undefined {
  const value = dict?.get(key(name));
  return value instanceof PDFRef ? value : undefined;
}

/** The bytes of a stream, one character each. Throws on filters that Chromium's prints don't use. */
export function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('the print has no stream where one belongs');
  const filter = nameAt(stream.dict, 'Filter');
  if (filter === undefined) return Buffer.from(stream.contents).toString('latin1');
  if (filter !== 'FlateDecode') throw new Error(`the print has a stream with the filter ${filter}`);
  return inflateSync(stream.contents).toString('latin1');
}

/** Deletes what nothing refers to any more; the library writes every object it has. */
export function sweep(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (waiting.length > 0) {
    let next = waiting.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      next = context.lookup(next);
    }
    if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict) waiting.push(...next.values());
    else if (next instanceof PDFRawStream) waiting.push(...next.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
