import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inRepository } from '../../support/repository.ts';
import { readFiles, readOne } from '../../support/read-files.ts';

const completeness =
  'This record is a partial extract of the original cable. The full text of the original cable is not available.';
const source = 'Latest source of this page is cablebrowser-2, released 2011-10-04';
const body = `UNCLAS SECTION 01 OF 03 HANOI 000841

SIPDIS

E.O. 12958: N/A
TAGS: KCRM, PHUM
SUBJECT: GENERATED

Origin: not a row

1. (SBU) Text | with a bar, and a\ttab.
MARINE`;
const rows: [string, string][] = [
  ['Identifier:', '05HANOI841'],
  ['Wikileaks:', 'View 05HANOI841 at Wikileaks.org'],
  ['Origin:', 'Embassy Hanoi'],
  ['Created:', '2005-04-11 05:42:00'],
  ['Classification:', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
  ['Tags:', 'KCRM PHUM'],
  ['Redacted:', 'This cable was not redacted by Wikileaks.'],
];
const published = {
  id: '05HANOI841',
  link: 'View 05HANOI841 at Wikileaks.org',
  origin: 'Embassy Hanoi',
  created: '2005-04-11 05:42:00',
  classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
  tags: 'KCRM PHUM',
  redaction: 'This cable was not redacted by Wikileaks.',
  completeness,
  source,
};

describe('the bundled sample', () => {
  test('gives its fields and a body from UNCLAS to MARINE', async () => {
    const name = '05HANOI841.cablebrowser.txt';
    const read = await readOne(name, await readFile(inRepository('archive', 'sample', name)));
    expect(read.published).toMatchObject({ ...published, tags: 'KCRM PHUM KWMN ELAB SMIG VM OMIG APEC TIP' });
    expect(read.published).not.toHaveProperty('address');
    expect(read.published.disclaimer).toMatch(/^Disclaimer: This site .* harm now\.$/);
    expect(read.header).toBe('');
    expect(read.body).toMatch(/^UNCLAS SECTION 01 OF 03 HANOI 000841 SIPDIS /);
    expect(read.body).toMatch(/against the traffickers\." MARINE$/);
    expect(read.rendering).toEqual({
      format: 'cablebrowser-text',
      lineBreaks: false,
      encoding: 'utf-8',
      assumed: false,
    });
  });
});

const bars = rows
  .map(([label, value]) => `| ${label} | ${value} |`)
  .join('\n')
  .replace('\n', '\n|---|---|\n');
const withoutColons = (text: string): string =>
  rows.reduce((bare, [label]) => bare.replace(label, label.replace(':', '')), text);
const asText: [string, string][] = [
  ['rows with bars', `${bars}\n${completeness}\n${body}\n${source}\n`],
  [
    'rows with tabs',
    `${rows.map(row => row.join('\t')).join('\n')}\n\n${completeness}\n\n${body}\n\n${source}`,
  ],
  [
    'a label and its value on a line each',
    `${rows.flat().join('\n')}\n${completeness}\n${body}\n${source}\n`,
  ],
  [
    'a label and its value on one line',
    `${rows.map(row => row.join(' ')).join('\n')}\n${completeness}\n${body}\n${source}`,
  ],
  ['Windows line ends', `${bars}\n${completeness}\n${body}\n${source}\n`.replaceAll('\n', '\r\n')],
];

describe('a page saved as text', () => {
  test.each(asText)('is read from %s', async (_, text) => {
    const read = await readOne('page.txt', text);
    expect(read.published).toEqual(published);
    expect(read.body.replaceAll('\r\n', '\n')).toBe(body);
    expect(read.rendering).toMatchObject({ format: 'cablebrowser-text', lineBreaks: true });
  });

  test.each(asText)('whose labels lost their colons is read from %s', async (_, text) => {
    const read = await readOne('page.txt', withoutColons(text));
    expect(read.published).toEqual(published);
    expect(read.body.replaceAll('\r\n', '\n')).toBe(body);
  });

  test('whose labels lost their colons is read from one single line', async () => {
    const line = [...rows.flat(), completeness, body.replace(/\s+/g, ' '), source].join(' ');
    const read = await readOne('page.txt', withoutColons(line));
    expect(read.published).toEqual(published);
    expect(read.body).toBe(body.replace(/\s+/g, ' '));
  });

  test('that only speaks of an Identifier without an id is none', async () => {
    const { refusals } = await readFiles({ 'page.txt': 'The Identifier of this was Created by me.\n' });
    expect(refusals).toMatchObject([{ code: 'not-a-cable-file' }]);
  });

  test('is read from one single line', async () => {
    const line = [...rows.flat(), completeness, body.replace(/\s+/g, ' '), source].join(' ');
    const read = await readOne('page.txt', line);
    expect(read.published).toEqual(published);
    expect(read.body).toBe(body.replace(/\s+/g, ' '));
    expect(read.rendering.lineBreaks).toBe(false);
  });

  test('of a whole cable has a header too', async () => {
    const header =
      'VZCZCXRO4549\nOO RUEHRG\nDE RUEHHI #0841/01 1010542\nO 110542Z APR 05\nFM AMEMBASSY HANOI\nTO SECSTATE WASHDC\n';
    const read = await readOne('page.txt', `${bars}\n${header}${body}\n${source}`);
    expect(read).toMatchObject({ header, body });
    expect(read.published).not.toHaveProperty('completeness');
  });

  test('of a whole cable in one line is parted at its classification', async () => {
    const header =
      'VZCZCXYZ0000 RR RUEHWEB DE RUEHHI #0841/01 1010542 ZNR UUUUU ZZH R 110542Z APR 05 FM AMEMBASSY HANOI TO RUEHC/SECSTATE WASHDC 1234 INFO RUEHTV/AMEMBASSY TEL AVIV 0001 ';
    const line = body.replace(/\s+/g, ' ');
    const read = await readOne('page.txt', `${bars}\n${header}${line}\n${source}`);
    expect(read).toMatchObject({ header, body: line });
  });

  test('keeps a label that is not known under its own words', async () => {
    const text = bars.replace('| Created:', '| Collected by: | Somebody |\n| Created:');
    const read = await readOne('page.txt', `${text}\n${body}`);
    expect(read.published).toMatchObject({ 'Collected by': 'Somebody', created: '2005-04-11 05:42:00' });
    expect(read.body).toBe(body);
  });

  test('finds the words of the link whatever its label', async () => {
    const read = await readOne('page.txt', `${bars.replace('Wikileaks:', 'Source:')}\n${body}`);
    expect(read.published.link).toBe('View 05HANOI841 at Wikileaks.org');
  });

  test('without an id is refused', async () => {
    const { refusals } = await readFiles({ 'page.txt': `${bars.replace('05HANOI841', '')}\n${body}` });
    expect(refusals).toMatchObject([{ code: 'no-id' }]);
  });
});

const link =
  '<a href="https://wikileaks.org/cable/2005/04/05HANOI841.html">View 05HANOI841 at Wikileaks.org</a>';
const values = rows.map(([label, value]) => [label, value.startsWith('View') ? link : value] as const);
const page = (rowsHtml: string, text: string) =>
  `<!DOCTYPE html><html><head><title>05HANOI841 - Identifier: none</title><script>var x = "Identifier: 1";</script></head>
<body><nav><a href="/">Cables</a></nav><p>Disclaimer: GENERATED.</p>${rowsHtml}<p>${completeness}</p>${text}<footer>${source}</footer></body></html>`;
const pre = `<pre>${body}</pre>`;
const asHtml: [string, string][] = [
  [
    'a table',
    page(`<table>${values.map(([l, v]) => `<tr><th>${l}</th><td>${v}</td></tr>`).join('\n')}</table>`, pre),
  ],
  [
    'a definition list',
    page(`<dl>${values.map(([l, v]) => `<dt>${l}</dt><dd>${v}</dd>`).join('')}</dl>`, pre),
  ],
  ['divs', page(values.map(([l, v]) => `<div><div>${l}</div><div>${v}</div></div>`).join('\n'), pre)],
  [
    'bold labels with line breaks',
    page(`<p>${values.map(([l, v]) => `<b>${l}</b> ${v}<br>`).join('\n')}</p>`, pre),
  ],
  [
    'list items',
    page(
      `<ul>${values.map(([l, v]) => `<li><strong>${l}</strong> <span>${v}</span></li>`).join('')}</ul>`,
      pre,
    ),
  ],
  [
    'a text with <br>',
    page(
      `<table>${values.map(([l, v]) => `<tr><td>${l}</td><td>${v}</td></tr>`).join('')}</table>`,
      `<div>${body.replaceAll('\n', '<br/>')}</div>`,
    ),
  ],
];

describe('a page saved as HTML', () => {
  test.each(asHtml)('whose labels lost their colons is read from %s', async (_, html) => {
    const bare = rows.reduce((text, [label]) => text.replace(`>${label}<`, `>${label.slice(0, -1)}<`), html);
    expect(bare).not.toContain('>Identifier:<');
    const read = await readOne('page.html', bare);
    expect(read.published).toMatchObject({ ...published, disclaimer: 'Disclaimer: GENERATED.' });
    expect(read.body).toBe(body);
  });

  test.each(asHtml)('is read from %s', async (_, html) => {
    const read = await readOne('page.html', html);
    expect(read.published).toEqual({
      ...published,
      address: 'https://wikileaks.org/cable/2005/04/05HANOI841.html',
      disclaimer: 'Disclaimer: GENERATED.',
    });
    expect(read.body).toBe(body);
    expect(read.rendering).toMatchObject({ format: 'cablebrowser-html', lineBreaks: true });
  });

  test('takes tags from cells of their own', async () => {
    const html = page(
      `<table>${values.map(([l, v]) => `<tr><td>${l}</td><td>${l === 'Tags:' ? '<ul><li>KCRM</li><li>PHUM</li></ul>' : v}</td></tr>`).join('')}</table>`,
      pre,
    );
    const read = await readOne('page.html', html);
    expect(read.published.tags).toBe('KCRM PHUM');
    expect(read.published.redaction).toBe('This cable was not redacted by Wikileaks.');
  });
});
