/** Citations of a cable, made by citeproc-js. */
// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient type must reach every project that sees this file
/// <reference path="./citeproc.d.ts" />
import type { ShownCable } from '../model/archive.ts';
import { cslItem } from './item.ts';
import type { CslItem } from './item.ts';
import { AMERICAN_ENGLISH, CHICAGO_TELEGRAM } from './style.ts';

export interface CiteOptions {
  style: 'chicago';
  /** the address to give, where the person knows a better one than the source */
  url?: string | undefined;
}

export interface Citation {
  text: string;
  html: string;
  /** the same as CSL-JSON, for reference managers */
  item: CslItem;
}

/** Cites a cable as a telegram. What the record doesn't have is left out, never guessed. */
export async function cite(cable: ShownCable, { url }: CiteOptions): Promise<Citation> {
  // a megabyte of library, read when the first citation is wanted
  const { default: CSL } = await import('citeproc');
  const item = cslItem(cable, url);
  const engine = new CSL.Engine(
    { retrieveLocale: () => AMERICAN_ENGLISH, retrieveItem: () => guarded(item) },
    CHICAGO_TELEGRAM,
    'en-US',
  );
  const formatted = (format: 'text' | 'html') => {
    engine.setOutputFormat(format);
    engine.updateItems([item.id]);
    const made = engine.makeBibliography();
    return made === false ? '' : (made[1][0] ?? '').trim();
  };
  const text = unguarded(formatted('text'), '<');
  const html = unguarded(formatted('html').replace(/^<div[^>]*>|<\/div>$/g, ''), '&lt;').trim();
  return { text, html, item };
}

/** citeproc takes `<i>` and the like in a field for formatting: a stand-in keeps a hostile or odd `<` what it is. */
const STAND_IN = '\ue5ca';

function guarded(item: CslItem): unknown {
  return JSON.parse(JSON.stringify(item).replaceAll('<', STAND_IN));
}

function unguarded(text: string, sign: string): string {
  return text.replaceAll(STAND_IN, sign);
}
