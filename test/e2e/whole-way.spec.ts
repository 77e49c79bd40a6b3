import { readFile } from 'node:fs/promises';
import { fontsNotEmbedded, hasPdfToText, pdfPages } from '../support/pdf-text.ts';
import { expect, fixture, test } from './fixtures.ts';

const FILE = '06RANGOON9901-generated.txt';

test('from a dropped file to a printed copy', async ({ valise }) => {
  const { page } = valise;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('drop it anywhere: the receipt accounts for it', async () => {
    await valise.drop(fixture(FILE));
    await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Files' })).toContainText(FILE);
  });

  await test.step('search a word of it', async () => {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Search' }).click();
    await page.getByRole('searchbox', { name: 'Search cables' }).fill('zymurgical');
    const hits = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
    await expect(hits).toHaveCount(1);
    await expect(hits).toContainText('HARBOR COMMISSION DIVIDED OVER A LIGHTHOUSE');
    await hits.dblclick();
  });

  await test.step('read it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('HARBOR COMMISSION');
    const metadata = page.getByRole('table', { name: 'Metadata' });
    await expect(metadata).toContainText('06RANGOON9901');
    await expect(metadata).toContainText('Embassy Rangoon');
    await expect(metadata).toContainText('3 February 2006');
    const text = page.getByRole('region', { name: 'Text of 06RANGOON9901' });
    await expect(text).toContainText('two hundred and four steps, of which nine are missing');
  });

  const pdf = await test.step('save it as PDF', () =>
    valise.saved(() =>
      page.getByRole('toolbar', { name: 'This cable' }).getByRole('button', { name: 'Save as PDF' }).click(),
    ));
  expect((await readFile(pdf)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  if (!(await hasPdfToText())) {
    test.info().annotations.push({ type: 'skipped', description: 'pdftotext is not installed' });
    return;
  }

  await test.step('the copy holds every paragraph, and its marking at the head and foot of each page', async () => {
    const pages = await pdfPages(pdf);
    expect(pages.length).toBeGreaterThan(1);
    const text = compact(pages.map(withoutHeadAndFoot).join(' '));
    const missing = (await publishedParagraphs()).filter(paragraph => !text.includes(compact(paragraph)));
    expect(missing).toEqual([]);
    expect(await fontsNotEmbedded(pdf)).toEqual([]);
    for (const [index, text] of pages.entries()) {
      const markings = text.match(/CONFIDENTIAL \(original marking\)/g) ?? [];
      expect(markings.length, `markings on page ${index + 1}`).toBe(2);
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    }
  });
});

async function publishedParagraphs(): Promise<string[]> {
  const text = await readFile(fixture(FILE), 'utf8');
  const [body = ''] = text.split('\nLatest source of this page');
  return body.split(/(?= \d{1,2}\. \()/).slice(1);
}

/** What stands between two pages' texts, so that a paragraph that goes over the edge is whole again. */
function withoutHeadAndFoot(page: string): string {
  return page
    .replaceAll('CONFIDENTIAL (original marking)', '')
    .replace(/06RANGOON9901 Page \d+ of \d+ .*? Valise \d+\.\d+\.\d+/, '');
}

/** Lines may break anywhere in a PDF, and a hyphen at a line's end may be the printer's. */
function compact(text: string): string {
  return text.replaceAll(/\s|-/g, '');
}
