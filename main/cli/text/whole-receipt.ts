/** A receipt to its last line, also where it has a hundred thousand: fetched page by page, and never held as one. */
import type { Archive } from '../../../archive/archive.ts';
import type { Outcome, Receipt, ReceiptLine, Source } from '../../../archive/model/receipt.ts';

type Pages = Pick<Archive, 'receiptLines' | 'receiptSources'>;

const PAGE = 1000;

/** The receipt's lines, or those with an outcome. */
export async function* linesOf(
  archive: Pages,
  { id, lines, more }: Receipt,
  outcome?: Outcome,
): AsyncGenerator<ReceiptLine> {
  if (more === undefined) {
    yield* outcome === undefined ? lines : lines.filter(line => line.outcome === outcome);
    return;
  }
  const wanted = outcome === undefined ? { id } : { id, outcome };
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await archive.receiptLines({ ...wanted, offset, limit: PAGE });
    total = page.total;
    yield* page.lines;
  }
}

async function* sourcesOf(archive: Pages, { id, sources, more }: Receipt): AsyncGenerator<Source> {
  if (more === undefined) {
    yield* sources;
    return;
  }
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await archive.receiptSources({ id, offset, limit: PAGE });
    total = page.total;
    yield* page.sources;
  }
}

/** A list of JSON values, without the line that opens it; the last line closes it. */
async function* listed(values: AsyncIterable<object>, end: string): AsyncGenerator<string> {
  let before: string | null = null;
  for await (const value of values) {
    if (before !== null) yield `    ${before},`;
    before = JSON.stringify(value);
  }
  if (before !== null) yield `    ${before}`;
  yield `  ]${end}`;
}

/** The JSON of the whole receipt, line by line. */
export async function* receiptJson(archive: Pages, receipt: Receipt): AsyncGenerator<string> {
  const { sources: _sources, lines: _lines, more: _more, ...head } = receipt;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},`;
  yield '  "sources": [';
  yield* listed(sourcesOf(archive, receipt), ',');
  yield '  "lines": [';
  yield* listed(linesOf(archive, receipt), '');
  yield '}';
}
