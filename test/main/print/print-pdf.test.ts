import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../archive/print/document.ts';
import { printPage } from '../../../archive/print/page.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { findBrowser } from '../../../main/print/find-browser.ts';
import { printFonts } from '../../../main/print/fonts.ts';
import { printWithChromium, withPrinter } from '../../../main/print/print-pdf.ts';
import { hasPoppler, pageTexts, pdfField, pdfFonts, spokenText } from '../../support/poppler.ts';
import { sampleBody, sampleCable } from '../../support/shown-cable.ts';

// temporary files of its own, so that other programs' are not taken for leftovers
const scratch = mkdtempSync(join(tmpdir(), 'valise-print-test-'));
process.env['TMPDIR'] = scratch;
afterAll(() => rmSync(scratch, { recursive: true }));
const browser = await findBrowser();
const about = { printed: '2026-11-23T10:00:00Z', program: 'Valise 9.9.9' };
const withoutSpace = (text: string) => text.replace(/\s+/g, '');

async function samplePage(paper: Paper = 'A4') {
  const cable = sampleCable();
  return printPage(cable, readingOf(cable), { ...about, paper, fonts: await printFonts() });
}

const profiles = () => readdirSync(tmpdir()).filter(name => name.startsWith('valise-print-'));

describe.skipIf(browser === null || !hasPoppler)('the sample, printed by an installed Chromium', () => {
  let pdf: Uint8Array = new Uint8Array();
  let pages: string[] = [];
  beforeAll(async () => {
    pdf = await printWithChromium(await samplePage());
    pages = pageTexts(pdf);
  });

  it('has the whole text, in order', () => {
    const margins =
      /UNCLASSIFIED\/\/FOR OFFICIAL USE ONLY \(original marking\)|^(?:Page \d.*|Printed .*UTC|Valise 9\.9\.9|05HANOI841|SHA-256 \w+…)$/gm;
    const text = pages.map(page => page.replace(margins, '')).join('\n');
    const body = sampleBody().replace(/ ---+/g, '');
    expect(body.length).toBeGreaterThan(8000);
    expect(withoutSpace(text).includes(withoutSpace(body))).toBe(true);
  });

  it('carries the original marking twice on every page', () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.split('UNCLASSIFIED//FOR OFFICIAL USE ONLY (original marking)')).toHaveLength(3);
    }
  });

  it('says identifier, page, checksum, time and program at the foot of every page', () => {
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(`SHA-256 ${sampleCable().key.slice(0, 16)}…`);
      expect(page).toContain('Printed 2026-11-23 10:00 UTC');
      expect(page).toContain('Valise 9.9.9');
      expect(page).toMatch(/^05HANOI841$/m);
    }
  });

  it('embeds every font', () => {
    const fonts = pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter(font => !font.embedded)).toEqual([]);
    expect(fonts.filter(font => !/SourceSerif4|IBMPlex|Noto/.test(font.name))).toEqual([]);
  });

  it('is tagged, titled, and reads whole through its tags', () => {
    expect(pdfField(pdf, 'Tagged')).toBe('yes');
    expect(pdfField(pdf, 'Title')).toBe('05HANOI841: VIETNAM HOSTS SIX-COUNTRY TIP MEETING');
    const words = spokenText(pdf);
    expect(words).toContain('GOOD ATTENDANCE. MAYBE TOO GOOD.');
    expect(words).toContain('by Madame You Ay');
  });

  it('takes the chosen paper', async () => {
    expect(pdfField(pdf, 'Page size')).toMatch(/A4/);
    expect(pdfField(await printWithChromium(await samplePage('Letter')), 'Page size')).toMatch(/letter/);
  });
});

describe.skipIf(browser === null)('printing', () => {
  it('prints several documents with one browser, and leaves nothing behind', async () => {
    const before = profiles();
    const page = await samplePage();
    const pdfs = await withPrinter(async print => [await print(page), await print(page)]);
    expect(pdfs.map(pdf => Buffer.from(pdf.subarray(0, 5)).toString())).toEqual(['%PDF-', '%PDF-']);
    expect(profiles()).toEqual(before);
  });

  it('ends the browser when the work fails', async () => {
    const before = profiles();
    await expect(
      withPrinter(async print => {
        await print(await samplePage());
        throw new Error('the disk is full');
      }),
    ).rejects.toThrow('the disk is full');
    expect(profiles()).toEqual(before);
    if (process.platform === 'linux') {
      expect(execFileSync('ps', ['-eo', 'args']).toString()).not.toContain(`${tmpdir()}/valise-print-`);
    }
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    const printing = printWithChromium(await samplePage(), { signal: stop.signal });
    stop.abort();
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('gives up after a time, and says what to do', async () => {
    await expect(printWithChromium(await samplePage(), { timeout: 1 })).rejects.toMatchObject({
      code: 'print-failed',
      message: expect.stringContaining('Try again'),
    });
  });
});

describe('a browser that does not serve', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valise-no-browser-'));
  const before = process.env['VALISE_BROWSER'];
  afterEach(() => {
    if (before === undefined) delete process.env['VALISE_BROWSER'];
    else process.env['VALISE_BROWSER'] = before;
  });

  it('is reported where the environment names none that runs', async () => {
    process.env['VALISE_BROWSER'] = join(folder, 'absent');
    await expect(printWithChromium(await samplePage())).rejects.toMatchObject({
      code: 'no-browser',
      message: expect.stringContaining('VALISE_BROWSER'),
    });
  });

  it.skipIf(process.platform === 'win32')('is reported where it ends at once', async () => {
    const path = join(folder, 'broken');
    writeFileSync(path, '#!/bin/sh\necho "No usable sandbox" >&2\nexit 3\n');
    chmodSync(path, 0o755);
    const page = await samplePage();
    await expect(printWithChromium(page, { browser: { path, name: 'Broken' } })).rejects.toMatchObject({
      code: 'print-failed',
      details: { stderr: expect.stringContaining('No usable sandbox') },
    });
  });
});
