/** Prints pages as PDF through an installed Chromium. */
import { z } from 'zod';
import { ArchiveError } from '../../archive/errors.ts';
import type { PrintDocument } from '../../archive/print/document.ts';
import { startChromium } from './chromium.ts';
import type { Chromium } from './chromium.ts';
import type { DevTools } from './devtools.ts';
import { findBrowser } from './find-browser.ts';
import type { Browser } from './find-browser.ts';
import { pdfOptions } from './pdf-options.ts';

export interface PrintOptions {
  /** the browser to use; looked for where left out */
  browser?: Browser | undefined;
  /** stops the print with `cancelled` */
  signal?: AbortSignal | undefined;
  /** milliseconds for one document; a minute, and more for a long one, where left out */
  timeout?: number | undefined;
}

/** Prints one document after the other with the same browser. */
export type Printer = (document: PrintDocument) => Promise<Uint8Array>;

/** Prints one document. Throws `no-browser`, `print-failed` or `cancelled`. */
export async function printWithChromium(
  document: PrintDocument,
  options: PrintOptions = {},
): Promise<Uint8Array> {
  return withPrinter(print => print(document), options);
}

/** Starts a browser, lends it as a printer, and ends it whatever happens. Throws like `printWithChromium`. */
export async function withPrinter<Result>(
  use: (print: Printer) => Promise<Result>,
  options: PrintOptions = {},
): Promise<Result> {
  const browser = options.browser ?? (await findBrowser());
  if (browser === null) throw noBrowser();
  const chromium = await startChromium(browser);
  try {
    return await use(document => printDocument(chromium, browser, document, options));
  } finally {
    await chromium.close();
  }
}

function noBrowser(): ArchiveError {
  const chosen = process.env['VALISE_BROWSER'];
  return chosen === undefined || chosen === ''
    ? new ArchiveError(
        'no-browser',
        'Printing needs Chromium, Chrome or Edge, and none was found. Install one of them, or give the path of yours in VALISE_BROWSER.',
      )
    : new ArchiveError(
        'no-browser',
        'VALISE_BROWSER names no program that can be run. Correct it, or unset it to use an installed browser.',
      );
}

async function printDocument(
  chromium: Chromium,
  browser: Browser,
  document: PrintDocument,
  { signal, timeout = 60_000 + document.html.length / 50 }: PrintOptions,
): Promise<Uint8Array> {
  const { promise: stopped, reject: stop } = stopper();
  const timer = setTimeout(() => stop(new Error('it took too long')), timeout);
  const cancel = () => stop(new ArchiveError('cancelled', 'Printing was cancelled.'));
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted === true) cancel();
  try {
    return await Promise.race([printPages(chromium.devtools, document), stopped]);
  } catch (fault) {
    if (fault instanceof ArchiveError) throw fault;
    throw failed(browser, await chromium.complaints(), fault);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}

function stopper(): { promise: Promise<never>; reject: (fault: Error) => void } {
  let reject: (fault: Error) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  promise.catch(() => undefined); // nobody may be listening when the print is done
  return { promise, reject };
}

function failed(browser: Browser, stderr: string, fault: unknown): ArchiveError {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new ArchiveError(
    'print-failed',
    `${browser.name} could not print the page: ${reason}. Try again, or name another browser in VALISE_BROWSER.`,
    { stderr },
    fault,
  );
}

const Anything = z.unknown();
/** Resolves to the number of fonts that failed, once every font is there and the page is laid out with them. */
const FONTS_READY = `(async () => {
  const loads = await Promise.allSettled([...document.fonts].map(font => font.load()));
  await document.fonts.ready;
  return loads.filter(load => load.status === 'rejected').length;
})()`;

async function printPages(devtools: DevTools, document: PrintDocument): Promise<Uint8Array> {
  const { product } = await devtools.call('Browser.getVersion', {}, z.object({ product: z.string() }));
  const chromium = Number(/\/(\d+)/.exec(product)?.[1] ?? 0);
  const { targetId } = await devtools.call(
    'Target.createTarget',
    { url: 'about:blank' },
    z.object({ targetId: z.string() }),
  );
  const { sessionId } = await devtools.call(
    'Target.attachToTarget',
    { targetId, flatten: true },
    z.object({ sessionId: z.string() }),
  );
  const call = async <Answer>(method: string, params: Record<string, unknown>, answer: z.ZodType<Answer>) =>
    devtools.call(method, params, answer, sessionId);
  await call('Emulation.setScriptExecutionDisabled', { value: true }, Anything);
  await call('Network.enable', {}, Anything);
  await call(
    'Network.emulateNetworkConditions',
    { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
    Anything,
  );
  await call('Page.enable', {}, Anything);
  const frame = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
  const { frameTree } = await call('Page.getFrameTree', {}, frame);
  await call('Page.setDocumentContent', { frameId: frameTree.frame.id, html: document.html }, Anything);
  const { result } = await call(
    'Runtime.evaluate',
    { expression: FONTS_READY, awaitPromise: true, returnByValue: true },
    z.object({ result: z.object({ value: z.unknown() }) }),
  );
  if (result.value !== 0) throw new Error(`${String(result.value)} fonts did not load`);
  const pdf = await readPdf(call, pdfOptions(document, chromium));
  await devtools.call('Target.closeTarget', { targetId }, Anything);
  return pdf;
}

type Call = <Answer>(
  method: string,
  params: Record<string, unknown>,
  answer: z.ZodType<Answer>,
) => Promise<Answer>;

/** Prints, and takes the PDF as a stream: one message can't hold a large one. */
async function readPdf(call: Call, options: ReturnType<typeof pdfOptions>): Promise<Uint8Array> {
  const { paper, margins, ...rest } = options;
  const { stream } = await call(
    'Page.printToPDF',
    {
      ...rest,
      paperWidth: paper.width,
      paperHeight: paper.height,
      marginTop: margins.top,
      marginRight: margins.right,
      marginBottom: margins.bottom,
      marginLeft: margins.left,
      transferMode: 'ReturnAsStream',
    },
    z.object({ stream: z.string() }),
  );
  const chunkSchema = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() });
  const chunks: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await call(
      'IO.read',
      { handle: stream, size: 1 << 20 },
      chunkSchema,
    );
    chunks.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'latin1'));
    if (eof) break;
  }
  await call('IO.close', { handle: stream }, Anything);
  const pdf = Buffer.concat(chunks);
  if (!pdf.subarray(0, 8).toString('latin1').startsWith('%PDF-')) throw new Error('the answer is no PDF');
  return pdf;
}
