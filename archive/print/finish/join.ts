/** Several prints as one document: pages behind pages, one structure tree, one outline. Each print was mended before. */
import { PDFArray, PDFDict, PDFNumber, PDFObjectCopier, PDFPage, PDFPageLeaf, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { arrayAt, dictAt, key, numberAt, refAt } from './objects.ts';
import { ownersOf } from './structure.ts';

/** Puts the pages, the structure and the bookmarks of `source` behind those of `target`. `source` is used up. */
export function joinPrint(target: PDFDocument, source: PDFDocument): void {
  const copier = PDFObjectCopier.for(source.context, target.context);
  const whole = dictAt(target.catalog, 'StructTreeRoot');
  const part = dictAt(source.catalog, 'StructTreeRoot');
  if (whole !== undefined && part !== undefined) shiftParents(source, part, nextParent(whole));
  for (const page of source.getPages()) {
    // By its reference, so that the structure, which names it, names this very copy.
    const ref = copier.copy(page.ref);
    const leaf = target.context.lookup(ref);
    if (!(leaf instanceof PDFPageLeaf)) throw new Error('a page of a print could not be copied');
    target.addPage(PDFPage.of(leaf, ref, target));
  }
  const partRef = refAt(source.catalog, 'StructTreeRoot');
  if (whole !== undefined && partRef !== undefined) joinStructure(target, whole, copier.copy(partRef));
  const outlineRef = refAt(source.catalog, 'Outlines');
  if (outlineRef !== undefined) joinOutlines(target, copier.copy(outlineRef));
}

/** The first number that no page has in the parent tree. */
function nextParent(root: PDFDict): number {
  return Math.max(-1, ...ownersOf(root).keys()) + 1;
}

/** Numbers the pages and their entries in the parent tree on from `first`. */
function shiftParents(source: PDFDocument, root: PDFDict, first: number): void {
  for (const { node } of source.getPages()) {
    const own = numberAt(node, 'StructParents');
    if (own !== undefined) node.set(key('StructParents'), PDFNumber.of(own + first));
  }
  const entries = [...ownersOf(root)].map(([number, list]): [number, PDFObject] => [number + first, list]);
  root.set(
    key('ParentTree'),
    source.context.obj({ Nums: entries.flatMap(([number, list]) => [number, list]) }),
  );
}

function joinStructure(target: PDFDocument, whole: PDFDict, partRef: PDFObject): void {
  const { context, catalog } = target;
  const wholeRef = refAt(catalog, 'StructTreeRoot');
  const part = context.lookup(partRef);
  if (!(part instanceof PDFDict) || wholeRef === undefined)
    throw new Error('a structure could not be copied');
  const kids = kidsOf(part);
  for (const kid of kids) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict) element.set(key('P'), wholeRef);
  }
  whole.set(key('K'), context.obj([...kidsOf(whole), ...kids]));
  const owners = [...ownersOf(whole), ...ownersOf(part)];
  whole.set(
    key('ParentTree'),
    context.register(context.obj({ Nums: owners.flatMap(([number, list]) => [number, list]) })),
  );
  whole.set(key('ParentTreeNextKey'), PDFNumber.of(nextParent(whole)));
  const named = [whole, part].flatMap(root => arrayAt(dictAt(root, 'IDTree'), 'Names')?.asArray() ?? []);
  if (named.length > 0) whole.set(key('IDTree'), context.register(context.obj({ Names: named })));
}

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(key('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const one = element.get(key('K'));
  return one === undefined ? [] : [one];
}

/** The bookmarks of the part behind those of the whole: a chain of neighbours that name their parent. */
function joinOutlines({ context, catalog }: PDFDocument, partRef: PDFObject): void {
  const part = context.lookup(partRef);
  const wholeRef = refAt(catalog, 'Outlines');
  const whole = dictAt(catalog, 'Outlines');
  if (!(part instanceof PDFDict)) return;
  if (whole === undefined || wholeRef === undefined) {
    if (partRef instanceof PDFRef) catalog.set(key('Outlines'), partRef);
    return;
  }
  const [first, last] = [refAt(part, 'First'), refAt(part, 'Last')];
  const [before, end] = [refAt(whole, 'Last'), dictAt(whole, 'Last')];
  if (first === undefined || last === undefined || before === undefined || end === undefined) return;
  for (let item = dictAt(part, 'First'); item !== undefined; item = dictAt(item, 'Next'))
    item.set(key('Parent'), wholeRef);
  end.set(key('Next'), first);
  dictAt(part, 'First')?.set(key('Prev'), before);
  whole.set(key('Last'), last);
  const count = (numberAt(whole, 'Count') ?? 0) + (numberAt(part, 'Count') ?? 0);
  whole.set(key('Count'), PDFNumber.of(count));
}
