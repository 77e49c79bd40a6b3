import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvRow } from '../support/cables-csv.ts';
import { expect, test } from './fixtures.ts';

const ROWS = 7000;

const rowWithoutId = (number: number): string =>
  csvRow({
    number,
    created: '1/2/2006 3:04',
    id: 'none',
    origin: 'Embassy Hanoi',
    classification: 'UNCLASSIFIED',
    references: '',
    header: '',
    body: `GENERATED ${number}`,
  });

test('a receipt of thousands of lines is read to its last one, page by page', async ({ valise, scratch }) => {
  const { page } = valise;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const table = join(scratch, 'cables.csv');
  await writeFile(table, Array.from({ length: ROWS }, (_, row) => rowWithoutId(row + 1)).join(''));
  await valise.drop(table);
  const status = page.getByRole('region', { name: 'Status' });
  await status.getByRole('button', { name: 'Receipt' }).click({ timeout: 60_000 });
  await expect(page.getByRole('radio', { name: 'not taken 7,000' })).toBeAttached();
  const lines = page.getByRole('table', { name: 'Lines' });
  await expect(lines.getByRole('row').first()).toContainText('row 1');
  // Its page is fetched when it comes into view.
  await expect(async () => {
    await lines.evaluate(element => element.scrollTo(0, element.scrollHeight));
    await expect(lines.getByRole('row').last()).toContainText('row 7,000', { timeout: 500 });
  }).toPass();
});
