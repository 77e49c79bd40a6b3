/** The style of the printed page, and of its preview on a screen. */
import type { Face, PrintFont } from './fonts.ts';
import type { Typesetter } from './typeset.ts';

const FACES: readonly Face[] = ['serif', 'sans', 'mono'];
const GENERIC: Record<Face, string> = { serif: 'serif', sans: 'sans-serif', mono: 'monospace' };

/**
 * The fonts that a page uses, embedded, each for just the characters that were set in it. Without these ranges a font
 * that lacks `ờ` but has `ơ` and a grave would be taken for it, and the letter would come apart for who copies the text.
 */
export function fontFaces(typesetter: Typesetter): string {
  const used = new Map<PrintFont, Set<number>>();
  for (const { font, characters } of FACES.flatMap(face => typesetter.used(face))) {
    const all = used.get(font) ?? new Set();
    for (const code of characters) all.add(code);
    used.set(font, all);
  }
  return [...used]
    .flatMap(([font, characters]) => font.files.map(file => fontFace(font, file, characters)))
    .join('\n');
}

function fontFace(
  { name }: PrintFont,
  file: PrintFont['files'][number],
  characters: ReadonlySet<number>,
): string {
  const data = Buffer.from(file.bytes).toString('base64');
  const range = [...characters].map(code => `U+${code.toString(16)}`).join(', ');
  return `@font-face { font-family: "${name}"; font-weight: ${file.weight}; unicode-range: ${range}; src: url("data:font/woff2;base64,${data}") format("woff2"); }`;
}

/** The CSS font-family list of a face: the fonts that the page carries, in our order. */
export function familyList(face: Face, typesetter: Typesetter): string {
  return [...typesetter.used(face).map(({ font }) => `"${font.name}"`), GENERIC[face]].join(', ');
}

/**
 * The page's rules. `pre-wrap` and no ligatures, because Chromium paints no space at a line's end otherwise, and a
 * ligature's letters are lost to who reads through the tags.
 */
export function pageStyle(typesetter: Typesetter): string {
  const serif = familyList('serif', typesetter);
  const sans = familyList('sans', typesetter);
  const mono = familyList('mono', typesetter);
  return `
html { color: #1d1c1a; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 400 11pt/1.5 ${serif}; overflow-wrap: anywhere; hyphens: none; orphans: 2; widows: 2; }
h1, h2, h3, p, th, td { white-space: pre-wrap; }
h1 { font: 600 21pt/1.2 ${serif}; margin: 0 0 3mm; }
h2 { font: 600 9pt/1.3 ${sans}; letter-spacing: 0.02em; margin: 5.5mm 0 1.5mm; padding-top: 1.8mm; border-top: 0.5pt solid #1d1c1a; break-after: avoid; }
h3 { font: 600 11.5pt/1.35 ${serif}; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 0 0 3mm; }
.byline { font: 400 10.5pt/1.4 ${sans}; color: #55514a; margin: 0 0 2mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: baseline; padding: 0.6mm 0; }
th { font: 400 8pt/1.4 ${sans}; color: #55514a; width: 42mm; padding-right: 4mm; }
td { font: 400 9.5pt/1.4 ${serif}; }
td.code { font: 400 8pt/1.4 ${mono}; }
.note { font: 400 9.5pt/1.4 ${serif}; margin: 0 0 1.5mm; }
.text { break-before: page; }
.text > h2 { margin: 0 0 4mm; }
.paragraph, .text h3 { max-width: 148mm; }
.marking, .preamble, .signature { font: 400 9pt/1.5 ${mono}; margin: 0 0 1.2mm; }
.marking { font-weight: 600; }
.paragraph { margin: 3mm 0; }
.signature { font-weight: 600; margin-top: 5mm; }
.telegram { font: 400 8.5pt/1.4 ${mono}; white-space: pre-wrap; margin: 3mm 0; }
.short { break-inside: avoid; }
.debris { font: 400 7pt/1.4 ${mono}; color: #6b665d; }
.redaction { background: #e6e1d6; }
* { font-variant-ligatures: none; }
.on-screen { display: none; }
@media screen {
  html { background: #e9e6df; }
  body { box-sizing: border-box; max-width: 210mm; margin: 8mm auto; padding: 14mm 22mm; background: #fff; }
  .on-screen { display: block; text-align: center; font: 600 8.5pt/1.3 ${sans}; letter-spacing: 0.04em; margin: 0 0 10mm; }
  .text { border-top: 0.5pt dashed #a39d91; margin-top: 12mm; padding-top: 12mm; }
}`;
}
