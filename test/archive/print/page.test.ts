import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { printPage } from '../../../archive/print/page.ts';
import type { PrintDocument } from '../../../archive/print/document.ts';
import type { PrintFonts } from '../../../archive/print/fonts.ts';
import type { ShownCable } from '../../../archive/model/archive.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { printFonts } from '../../../main/print/fonts.ts';
import { handMadeCable, numberedParagraphs, spanOf } from '../../support/hand-made-cable.ts';
import { sampleCable, shownCable } from '../../support/shown-cable.ts';

let fonts: PrintFonts;
beforeAll(async () => {
  fonts = await printFonts();
});

function page(cable: ShownCable): PrintDocument {
  return printPage(cable, readingOf(cable), {
    printed: '2026-11-23T10:00:00Z',
    program: 'Valise 9.9.9',
    fonts,
  });
}

interface Seen {
  elements: Map<string, Set<string>>;
  text: string;
  style: string;
}

/** The elements of a page with the names of their attributes, its text, and its style. */
function read(html: string): Seen {
  const seen: Seen = { elements: new Map(), text: '', style: '' };
  let inside = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        inside = name;
        const names = seen.elements.get(name) ?? new Set();
        for (const attribute of Object.keys(attributes)) names.add(attribute);
        seen.elements.set(name, names);
        if (['p', 'td', 'h1', 'h2', 'h3', 'div'].includes(name)) seen.text += '\n';
      },
      ontext(text) {
        if (inside === 'style') seen.style += text;
        else seen.text += text;
      },
      onclosetag: () => (inside = ''),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return seen;
}

const HOSTILE = `"'></style></title><script>alert(1)</script><img src=x onerror=alert(1)><!--\\" ; } @import url(http://example.org/)`;

describe('the page of a hostile cable', () => {
  it('has no element, attribute or rule of the cable’s making', () => {
    const body = `SECRET ${HOSTILE}\n\n1. (C) GENERATED ${HOSTILE} XXXXX\n\n  a     ${HOSTILE}\n  b     c\n`;
    const record = handMadeCable({
      body,
      id: HOSTILE,
      canonicalId: HOSTILE,
      subject: HOSTILE,
      origin: HOSTILE,
      created: HOSTILE,
      classification: HOSTILE,
      textClassification: HOSTILE,
      header: HOSTILE,
      tags: [HOSTILE],
      signers: [HOSTILE],
      paragraphs: numberedParagraphs(body, body.length),
      redactions: [spanOf(body, 'XXXXX')],
      warnings: [{ code: 'x', message: HOSTILE, start: null, end: null }],
      published: {
        completeness: HOSTILE,
        redaction: HOSTILE,
        link: HOSTILE,
        address: `javascript:${HOSTILE}`,
      },
    });
    const hostile = shownCable(record, { key: HOSTILE });
    const sightings = hostile.sightings.map(sighting => ({
      ...sighting,
      source: { file: HOSTILE, member: HOSTILE, row: 1 },
      receipt: HOSTILE,
      sourceSha256: HOSTILE,
    }));
    const { elements, text, style } = read(page({ ...hostile, sightings }).html);
    const allowed: Record<string, string[]> = {
      html: ['lang'],
      meta: ['charset', 'content', 'http-equiv', 'name'],
      section: ['class'],
      div: ['class', 'role', 'style'],
      span: ['class'],
      p: ['class'],
      th: ['scope'],
      td: ['class'],
    };
    const bare = ['head', 'title', 'style', 'body', 'main', 'h1', 'h2', 'table', 'tbody', 'tr'];
    for (const [element, attributes] of elements) {
      expect([...Object.keys(allowed), ...bare]).toContain(element);
      expect(allowed[element] ?? []).toEqual(expect.arrayContaining([...attributes]));
    }
    expect(style).not.toMatch(/@import|https?:|javascript/);
    expect(style.match(/url\(/g)?.length).toBe(style.match(/url\("data:font\/woff2;base64,/g)?.length);
    expect(text.split('<script>alert(1)</script>').length).toBeGreaterThan(10);
  });

  it('keeps its templates as clean', () => {
    const { headerTemplate, footerTemplate } = page(
      shownCable(handMadeCable({ body: '', classification: HOSTILE })),
    );
    for (const template of [headerTemplate, footerTemplate]) {
      expect([...read(template).elements.keys()].filter(name => name !== 'div' && name !== 'span')).toEqual(
        [],
      );
    }
  });

  it('forbids scripts and every load but its own fonts', () => {
    const html = page(sampleCable()).html.replaceAll('&#39;', "'");
    expect(html.includes(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:;`)).toBe(
      true,
    );
  });
});

describe('the first page', () => {
  it('says what the sample says', () => {
    const { text } = read(page(sampleCable()).html);
    for (const fact of [
      'VIETNAM HOSTS SIX-COUNTRY TIP MEETING',
      'Embassy Hanoi',
      '11 April 2005, 05:42 UTC',
      'KCRM PHUM KWMN ELAB SMIG VM OMIG APEC TIP',
      'Partial extract',
      'The source says: “This cable was not redacted by Wikileaks.”',
      'No runs of X stand in the text.',
      'pages/05HANOI841.cablebrowser.txt',
      'ab12cd34'.repeat(8),
      '4f2b7c1d'.repeat(8),
      '23 November 2026, 09:41 UTC, receipt 2026-11-23-0001',
      '“View 05HANOI841 at Wikileaks.org” (the copy has no address)',
      'Printed 23 November 2026, 10:00 UTC by Valise 9.9.9.',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toMatch(/declassified/i);
  });

  it('counts redactions, joined lines and debris', () => {
    const body =
      'SECRET\n\n1. (S) A GENERATED line that is\nwrapped XXXX and XXXXXX.\nHANOI 0001  002 OF 002\nand goes on\n';
    const cable = handMadeCable({
      body,
      paragraphs: numberedParagraphs(body, body.length),
      redactions: [spanOf(body, 'XXXX'), spanOf(body, 'XXXXXX')],
      debris: [spanOf(body, 'HANOI 0001  002 OF 002')],
      redacted: true,
    });
    const { text } = read(page(shownCable(cable)).html);
    expect(text).toContain('2 redactions of 10 characters in all');
    expect(text).toContain('1 piece of transmission debris set small.');
    expect(text).toContain('2 line breaks of the transmission joined into running text.');
    expect(text).toContain('The source does not say whether this is the full text.');
  });
});

describe('the marking', () => {
  const marking = (classification: string | null, textClassification: string | null) =>
    page(shownCable(handMadeCable({ body: '', classification, textClassification }))).marking;

  it('is the record’s own', () => {
    expect(marking('SECRET//NOFORN', 'SECRET')).toBe('SECRET//NOFORN (original marking)');
    expect(marking(null, 'CONFIDENTIAL')).toBe('CONFIDENTIAL (original marking)');
    expect(marking(null, null)).toBe('No marking in the source');
  });

  it('never hides a higher level in the text', () => {
    expect(marking('UNCLASSIFIED', 'TOP SECRET')).toBe(
      'UNCLASSIFIED (the text says TOP SECRET) (original marking)',
    );
    expect(marking('UNCLASSIFIED//FOR OFFICIAL USE ONLY', 'UNCLAS')).toBe(
      'UNCLASSIFIED//FOR OFFICIAL USE ONLY (original marking)',
    );
  });

  it('is cut where it would fill the page', () => {
    expect(marking('SECRET '.repeat(1000), null).length).toBeLessThan(120);
  });
});
