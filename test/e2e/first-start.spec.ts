import { expect, test } from './fixtures.ts';

test('the first start shows the sample cable, and it can be read at once', async ({ valise }) => {
  const { page } = valise;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page
    .getByRole('link', { name: /05HANOI841/ })
    .first()
    .click();

  const metadata = page.getByRole('table', { name: 'Metadata' });
  const row = (name: string) =>
    metadata.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('Identifier')).toContainText('05HANOI841');
  await expect(row('Source')).toContainText('View 05HANOI841');
  await expect(row('Origin')).toContainText('Embassy Hanoi');
  await expect(row('Created')).toContainText('11 April 2005');
  await expect(row('Created')).toContainText('05:42');
  await expect(row('Classification')).toContainText('UNCLASSIFIED//FOR OFFICIAL USE ONLY');
  for (const tag of 'KCRM PHUM KWMN ELAB SMIG VM OMIG APEC TIP'.split(' ')) {
    await expect(row('Tags')).toContainText(tag);
  }
  await expect(row('Redacted')).toContainText('not redacted');
  await expect(
    page.getByText('This record is a partial extract of the original cable.').first(),
  ).toBeVisible();

  const text = page.getByRole('region', { name: 'Text of 05HANOI841' });
  await expect(text).toContainText('was held in Hanoi March 29-31');
  await expect(text).toContainText('achieves tangible results for TIP victims');
});

test('what was opened is there again after a restart, and the sample is not imported twice', async ({
  startHost,
  scratch,
}) => {
  const home = `${scratch}/home`;
  for (let start = 0; start < 2; start += 1) {
    const host = await startHost({ home, scratch });
    await expect(host.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(host.page.getByRole('region', { name: 'Status' })).toContainText(/: 1 cable\b/);
    await host.close();
  }
});
