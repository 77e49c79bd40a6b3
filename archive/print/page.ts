/** The printed page of a cable: one HTML document for preview, paper and PDF. */
import type { ShownCable } from '../model/archive.ts';
import type { Reading } from '../model/reading.ts';
import { completenessPart, copyPart, provenancePart } from './account.ts';
import { coverHead } from './cover.ts';
import type { PrintAbout, PrintDocument } from './document.ts';
import { footerTemplate, headerTemplate, marginBoxes, marginsOf } from './margins.ts';
import { markingOf } from './marking.ts';
import { markup, Markup } from './markup.ts';
import { familyList, fontFaces, pageStyle } from './style.ts';
import { textPart } from './text.ts';
import { Typesetter } from './typeset.ts';

/** Nothing may be loaded and nothing may run: the text is hostile until proven otherwise. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * Makes the page: marking at the head and foot of every sheet, a first page with metadata, completeness, provenance and
 * what the reading view changed, then the text. The document carries its fonts and refers to nothing outside itself.
 */
export function printPage(cable: ShownCable, reading: Reading, about: PrintAbout): PrintDocument {
  const typesetter = new Typesetter(about.fonts);
  const paper = about.paper ?? 'A4';
  const margins = marginsOf(cable, markingOf(cable), about, typesetter);
  const title = titleOf(cable);
  const text = textPart(cable.header, reading, typesetter);
  const head = coverHead(cable, typesetter);
  const completeness = completenessPart(cable, typesetter);
  const provenance = provenancePart(cable, typesetter);
  const copy = copyPart(reading, about, typesetter);
  const onScreen = markup`<div class="on-screen">${margins.marking}</div>`;
  // the style comes last: it embeds the fonts that everything above turned out to need
  const boxes = marginBoxes(margins, paper, familyList('sans', typesetter));
  const style = new Markup(`${fontFaces(typesetter)}\n${boxes}\n${pageStyle(typesetter)}`);
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        ${onScreen}
        <main>
          <section class="cover">${head}${completeness}${provenance}${copy}</section>
          ${text}
        </main>
        ${onScreen}
      </body>
    </html> `;
  return {
    html: page.text,
    title,
    paper,
    marking: margins.marking,
    headerTemplate: headerTemplate(margins),
    footerTemplate: footerTemplate(margins),
    missing: [...typesetter.missing].map(([code, count]) => ({ code, count })),
  };
}

/** The title of a cable's page: its identifier and its subject. */
export function titleOf({ canonicalId, subject }: Pick<ShownCable, 'canonicalId' | 'subject'>): string {
  const short = (subject ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return short === '' ? canonicalId : `${canonicalId}: ${short.slice(0, 200)}`;
}
