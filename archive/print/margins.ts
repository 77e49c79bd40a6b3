/** Head and foot of every page, once as CSS margin boxes and once as Chromium's templates: the same texts. */
import type { ShownCable } from '../model/archive.ts';
import { PAGE_MARGINS } from './document.ts';
import type { Paper, PrintAbout } from './document.ts';
import { cssString, markup } from './markup.ts';
import type { Typesetter } from './typeset.ts';

/** The texts in the margins. */
export interface Margins {
  marking: string;
  /** lines at the left of the foot */
  left: readonly string[];
  /** lines at the right of the foot, under the page number */
  right: readonly string[];
}

/** So much of a SHA-256 stands in the foot: enough to tell records apart by eye; the first page has it whole. */
const SHORT_CHECKSUM = 16;

export function marginsOf(
  cable: Pick<ShownCable, 'canonicalId' | 'key'>,
  marking: string,
  about: Pick<PrintAbout, 'printed' | 'program'>,
  typesetter: Typesetter,
): Margins {
  const sans = (text: string) => typesetter.set('sans', text);
  return {
    marking: sans(marking),
    left: [sans(cable.canonicalId.slice(0, 40)), sans(`SHA-256 ${cable.key.slice(0, SHORT_CHECKSUM)}…`)],
    right: [sans(`Printed ${about.printed.slice(0, 16).replace('T', ' ')} UTC`), sans(about.program)],
  };
}

/** `@page` with its margin boxes (CSS Paged Media 3; Chromium 131 and newer). `family` is a CSS font-family list. */
export function marginBoxes(margins: Margins, paper: Paper, family: string): string {
  const { top, right, bottom, left } = PAGE_MARGINS;
  const marking = `content: ${cssString(margins.marking)}; font: 600 8.5pt/1.3 ${family}; letter-spacing: 0.04em; color: #1d1c1a;`;
  const small = `font: 400 7pt/1.45 ${family}; color: #55514a; vertical-align: top; padding-top: 14mm; white-space: pre;`;
  const lines = (texts: readonly string[]) => texts.map(cssString).join(' "\\a " ');
  return `@page {
  size: ${paper}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @top-center { ${marking} vertical-align: bottom; padding-bottom: 8mm; }
  @bottom-center { ${marking} vertical-align: top; padding-top: 8mm; }
  @bottom-left { content: ${lines(margins.left)}; ${small} text-align: left; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) "\\a " ${lines(margins.right)}; ${small} text-align: right; }
}`;
}

/** The head as Chromium's template. Templates see neither the page's styles nor its fonts. */
export function headerTemplate({ marking }: Margins): string {
  return markup`<div style="width:100%;margin-top:5mm;text-align:center;font:bold 8.5pt sans-serif;color:#1d1c1a">${marking}</div>`
    .text;
}

export function footerTemplate({ marking, left, right }: Margins): string {
  const { left: leftMargin, right: rightMargin } = PAGE_MARGINS;
  const line = (text: string) => markup`<div>${text}</div>`;
  return markup`<div style="width:100%;margin:0 ${rightMargin}mm 0 ${leftMargin}mm;color:#1d1c1a">
    <div style="text-align:center;font:bold 8.5pt sans-serif">${marking}</div>
    <div style="display:flex;justify-content:space-between;font:7pt/1.45 sans-serif;color:#55514a">
      <div>${left.map(line)}</div>
      <div style="text-align:right">
        <div>Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>
        ${right.map(line)}
      </div>
    </div>
  </div>`.text;
}
