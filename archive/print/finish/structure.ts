/** The structure tree: what reads the page aloud. Mended where Chromium's does not comply. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { arrayAt, dictAt, key, nameAt, refAt } from './objects.ts';

/** Types of PDF 2.0 that Chromium may write and PDF 1.7 doesn't know. */
const ROLES = { Em: 'Span', Strong: 'Span', Aside: 'Div', Title: 'P' };

/** The marked content of all pages: `page reference:number`. */
export type ContentKey = string;

export function contentKey(page: PDFRef | undefined, mcid: number): ContentKey {
  return `${page?.toString() ?? ''}:${mcid}`;
}

export class Structure {
  readonly #context: PDFContext;
  readonly #root: PDFDict;
  readonly #idPrefix: string;
  #texts: ReadonlyMap<ContentKey, string> = new Map();

  /** `ids` is what the ids of its elements begin with. */
  constructor(context: PDFContext, root: PDFDict, ids = 'n') {
    this.#context = context;
    this.#root = root;
    this.#idPrefix = ids;
  }

  /** Takes decoration out of the tree, maps what PDF 1.7 doesn't know, and numbers the elements anew. */
  mend(decoration: ReadonlySet<ContentKey>, texts: ReadonlyMap<ContentKey, string>): void {
    this.#texts = texts;
    this.#setKids(
      this.#root,
      this.#kids(this.#root).filter(kid => this.#keep(kid, undefined, decoration)),
    );
    this.#root.set(key('RoleMap'), this.#context.obj(ROLES));
    this.#renumber();
  }

  /** The whole text under an element. */
  text(element: PDFDict, page?: PDFRef): string {
    const here = refAt(element, 'Pg') ?? page;
    return this.#kids(element)
      .map(kid => {
        const child = this.#context.lookup(kid);
        if (child instanceof PDFDict && isElement(child)) return this.text(child, here);
        const content = this.#content(kid, here);
        return content === undefined ? '' : (this.#texts.get(content) ?? '');
      })
      .join('');
  }

  #kids(element: PDFDict): PDFObject[] {
    const kids = element.lookup(key('K'));
    if (kids instanceof PDFArray) return kids.asArray();
    const one = element.get(key('K'));
    return one === undefined ? [] : [one];
  }

  #setKids(element: PDFDict, kids: PDFObject[]): void {
    if (kids.length === 0) element.delete(key('K'));
    else element.set(key('K'), this.#context.obj(kids));
  }

  /** Whether a child stays: an element with something left in it, or content that is no decoration. */
  #keep(kid: PDFObject, page: PDFRef | undefined, decoration: ReadonlySet<ContentKey>): boolean {
    const child = this.#context.lookup(kid);
    if (child instanceof PDFDict && isElement(child)) {
      if (nameAt(child, 'S') === 'Figure')
        throw new Error('the print has a figure, and Valise’s page has none');
      const here = refAt(child, 'Pg') ?? page;
      const kids = this.#kids(child).filter(grandchild => this.#keep(grandchild, here, decoration));
      this.#setKids(child, kids);
      return kids.length > 0 || nameAt(child, 'S') !== 'NonStruct';
    }
    const content = this.#content(kid, page);
    return content === undefined || !decoration.has(content);
  }

  #content(kid: PDFObject, page: PDFRef | undefined): ContentKey | undefined {
    const value = this.#context.lookup(kid);
    if (value instanceof PDFNumber) return contentKey(page, value.asNumber());
    if (!(value instanceof PDFDict)) return undefined;
    const mcid = value.lookup(key('MCID'));
    return mcid instanceof PDFNumber ? contentKey(refAt(value, 'Pg') ?? page, mcid.asNumber()) : undefined;
  }

  /** Chromium counts its ids on over all prints of a process: the same page must give the same file. */
  #renumber(): void {
    const ids = new Map<string, PDFString>();
    const named: PDFObject[] = [];
    for (const { element, ref } of this.#elements(this.#root)) {
      const id = idOf(element);
      if (id === undefined) continue;
      const fresh = PDFString.of(`${this.#idPrefix}${String(ids.size + 1).padStart(7, '0')}`);
      ids.set(id, fresh);
      element.set(key('ID'), fresh);
      named.push(fresh, ref);
    }
    for (const { element } of this.#elements(this.#root)) this.#renameHeaders(element.lookup(key('A')), ids);
    if (named.length === 0) this.#root.delete(key('IDTree'));
    else this.#root.set(key('IDTree'), this.#context.register(this.#context.obj({ Names: named })));
  }

  #renameHeaders(attributes: PDFObject | undefined, ids: ReadonlyMap<string, PDFString>): void {
    if (attributes instanceof PDFArray) {
      for (const attribute of attributes.asArray()) this.#renameHeaders(this.#context.lookup(attribute), ids);
    } else if (attributes instanceof PDFDict) {
      const headers = arrayAt(attributes, 'Headers');
      if (headers === undefined) return;
      const fresh = headers.asArray().flatMap(header => ids.get(textOf(header) ?? '') ?? []);
      attributes.set(key('Headers'), this.#context.obj(fresh));
    }
  }

  *#elements(parent: PDFDict): Generator<{ element: PDFDict; ref: PDFRef }> {
    for (const kid of this.#kids(parent)) {
      const element = this.#context.lookup(kid);
      if (!(element instanceof PDFDict) || !isElement(element)) continue;
      if (kid instanceof PDFRef) yield { element, ref: kid };
      yield* this.#elements(element);
    }
  }
}

function isElement(dict: PDFDict): boolean {
  return dict.lookup(key('S')) instanceof PDFName;
}

function idOf(element: PDFDict): string | undefined {
  return textOf(element.lookup(key('ID')));
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** Titles of the outline made anew from the headings: Chromium joins the lines of a wrapped one without a space. */
export function retitleOutline(catalog: PDFDict, title: (element: PDFDict) => string): void {
  const waiting = [dictAt(dictAt(catalog, 'Outlines'), 'First')];
  for (let item = waiting.pop(); item !== undefined || waiting.length > 0; item = waiting.pop()) {
    if (item === undefined) continue;
    const element = dictAt(item, 'SE');
    const text = element === undefined ? '' : title(element).replace(/\s+/g, ' ').trim();
    if (text !== '') item.set(key('Title'), PDFHexString.fromText(text));
    waiting.push(dictAt(item, 'Next'), dictAt(item, 'First'));
  }
}

/** For each page, the elements that own its marked content, to be emptied where that content became decoration. */
export function ownersOf(root: PDFDict): Map<number, PDFArray> {
  const owners = new Map<number, PDFArray>();
  const read = (node: PDFDict | undefined): void => {
    const numbers = arrayAt(node, 'Nums');
    const count = numbers?.size() ?? 0;
    for (let index = 0; index + 1 < count; index += 2) {
      const number = numbers?.lookup(index);
      const list = numbers?.lookup(index + 1);
      if (number instanceof PDFNumber && list instanceof PDFArray) owners.set(number.asNumber(), list);
    }
    const kids = arrayAt(node, 'Kids');
    const kidCount = kids?.size() ?? 0;
    for (let index = 0; index < kidCount; index++) {
      const kid = kids?.lookup(index);
      if (kid instanceof PDFDict) read(kid);
    }
  };
  read(dictAt(root, 'ParentTree'));
  return owners;
}
