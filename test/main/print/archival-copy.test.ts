import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../../archive/print/finish/finish.ts';
import type { FinishOptions } from '../../../archive/print/finish/finish.ts';
import { printPage, titleOf } from '../../../archive/print/page.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { findBrowser } from '../../../main/print/find-browser.ts';
import { printFonts } from '../../../main/print/fonts.ts';
import { withPrinter } from '../../../main/print/print-pdf.ts';
import { everythingCable } from '../../support/everything-cable.ts';
import { hasPoppler, pageTexts, spokenText } from '../../support/poppler.ts';
import { sampleCable } from '../../support/shown-cable.ts';
import { validated, veraPdf } from '../../support/vera-pdf.ts';

const browser = await findBrowser();
const vera = browser === null ? { absent: 'no browser' } : await veraPdf();
const created = new Date('2026-11-23T10:00:00Z');
const source = Buffer.from('the exact source text of a GENERATED record\r\n\u0000\ufffd', 'utf8');

function options(title: string): FinishOptions {
  return {
    title,
    author: 'Embassy Hanoi & others <x>',
    language: 'en',
    program: 'Valise 9.9.9',
    created,
    attachment: { name: '05HANOI841.txt', bytes: source, description: 'The record' },
  };
}

describe.skipIf(browser === null || !hasPoppler)('the archival copy', () => {
  const cables = [sampleCable(), everythingCable()];
  let prints: Uint8Array[] = [];
  let copies: Uint8Array[] = [];

  beforeAll(async () => {
    const fonts = await printFonts();
    prints = await withPrinter(async print => {
      const made: Uint8Array[] = [];
      for (const cable of cables) {
        const about = { printed: created.toISOString(), program: 'Valise 9.9.9', fonts };
        made.push(await print(printPage(cable, readingOf(cable), about)));
      }
      return made;
    });
    copies = await Promise.all(
      prints.map(async (print, index) => {
        const { pdf, conformance } = await finishPdf(print, options(titleOf(cables[index]!)));
        expect(conformance).toBe('PDF/A-3a and PDF/UA-1');
        return pdf;
      }),
    );
  });

  it.skipIf('absent' in vera)(
    `keeps to PDF/A-3a and PDF/UA-1${'absent' in vera ? ` (veraPDF is absent: ${vera.absent})` : ''}`,
    async () => {
      if ('absent' in vera) return;
      // the bare print stands last, because the validator must be able to say no
      const said = await validated(vera.libraries, [...copies, prints[0]!], ['3a', 'ua1']);
      expect(said).toMatch(
        /^1 3a compliant\n1 ua1 compliant\n2 3a compliant\n2 ua1 compliant\n3 3a broken\n/,
      );
    },
    120_000,
  );

  it('changes no word of the pages', () => {
    expect(copies.map(pageTexts)).toEqual(prints.map(pageTexts));
  });

  it('reads whole through its tags', () => {
    const spoken = spokenText(copies[1]!);
    expect(spoken).toContain(
      'as telegrams are. The delegates met XXXXXXXXXXXX in a two- to three-hour session',
    );
    expect(spoken).toContain('Hà Nội, Việt Nam');
    expect(spoken).toContain(
      'GENERATED CABLE WITH EVERYTHING IN IT, AND A SUBJECT THAT GOES ON FOR LONGER THAN ONE LINE',
    );
  });

  it('carries the exact source text', async () => {
    const document = await PDFDocument.load(copies[0]!);
    const [attached] = document.getAttachments();
    expect(attached?.name).toBe('05HANOI841.txt');
    expect(Buffer.from(attached?.data ?? []).equals(source)).toBe(true);
  });

  it('has an outline of the headings, lines joined', async () => {
    const document = await PDFDocument.load(copies[1]!);
    const outlines = document.catalog.lookup(PDFName.of('Outlines'));
    expect(String(outlines)).toContain('/First');
    const titles = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter(object => object instanceof PDFDict)
      .filter(object => object.has(PDFName.of('SE')))
      .map(object => object.lookup(PDFName.of('Title'), PDFHexString).decodeText());
    expect(titles).toContain(
      'GENERATED CABLE WITH EVERYTHING IN IT, AND A SUBJECT THAT GOES ON FOR LONGER THAN ONE LINE',
    );
    expect(titles).toContain('Text of the cable');
  });

  it('is the same file for the same print', async () => {
    const again = await finishPdf(prints[0]!, options(titleOf(cables[0]!)));
    expect(Buffer.from(again.pdf).equals(Buffer.from(copies[0]!))).toBe(true);
  });

  it('is refused where the print lost something', async () => {
    const document = await PDFDocument.load(prints[0]!);
    const page = document.getPage(1);
    page.drawText('slipped in', { x: 100, y: 400 });
    await expect(finishPdf(await document.save(), options('x'))).rejects.toMatchObject({
      code: 'print-failed',
    });
    await expect(finishPdf(Buffer.from('no pdf'), options('x'))).rejects.toMatchObject({
      code: 'print-failed',
    });
  });

  it('says so where the print has no tags, and still carries the source', async () => {
    const plain = await PDFDocument.create();
    plain.addPage();
    const { pdf, conformance } = await finishPdf(await plain.save(), options('An old print'));
    expect(conformance).toBeNull();
    expect((await PDFDocument.load(pdf)).getAttachments()).toHaveLength(1);
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('pdfaid');
  });
});
