/** Reading and working in the text by keyboard alone: highlights, notes, changes, citations, comfort. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CITING, HUB, writeReaderCables } from '../support/reader-cables.ts';
import { expect, test } from './fixtures.ts';
import type { Valise } from './fixtures.ts';

/** Imports the generated cables and opens the one in the middle. */
async function openHub(valise: Valise, scratch: string): Promise<void> {
  const { page } = valise;
  const csv = join(scratch, 'cables.csv');
  await writeReaderCables(csv);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await valise.drop(csv);
  await expect(
    page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }),
  ).toBeVisible();
  await open(page, HUB);
}

async function open(page: Page, id: string): Promise<void> {
  await page.evaluate(hash => (location.hash = hash), `#${id}`);
  await expect(page.getByRole('region', { name: `Text of ${id}` })).toBeVisible();
}

/** The words that a highlight is drawn over, in the order of the text. */
const drawnAs = (page: Page, name: string): Promise<string> =>
  page.evaluate(highlight => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])];
    return ranges.map(String).join('|');
  }, name);

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to the paragraph of this number by J. */
async function toParagraph(page: Page, number: number): Promise<void> {
  const here = page.locator(`[data-number="${number}"]`);
  for (let step = 0; step < 30; step += 1) {
    await press(page, 'j');
    if (await here.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`J did not come to paragraph ${number}`);
}

const notes = (page: Page) => page.getByRole('tabpanel', { name: /^Notes/ });

test('a paragraph is highlighted and words of it noted on, by keyboard alone, and both are there after a restart', async ({
  valise,
  scratch,
  startHost,
}) => {
  const { page, home } = valise;
  await openHub(valise, scratch);
  await toParagraph(page, 3);
  await press(page, 'h');
  await expect
    .poll(() => drawnAs(page, 'note-yellow'))
    .toMatch(/^3\.\|\(SBU\)\|GENERATED: the delegation met .* Hue\.$/);

  await toParagraph(page, 4);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  expect(await page.evaluate(() => String(getSelection()))).toBe('GENERATED: the delegation');
  await expect(page.getByRole('toolbar', { name: 'Selected passage' })).toBeVisible();
  await press(page, 'n');
  await expect(page.getByRole('textbox', { name: 'Note on this passage' })).toBeFocused();
  await page.keyboard.type('GENERATED: who led it?');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('The note is saved.');
  await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('|GENERATED: the delegation');

  // The same places in the exact text.
  await press(page, 'v');
  await expect
    .poll(() => drawnAs(page, 'note-yellow'))
    .toMatch(/^3\. \(SBU\) GENERATED[^|]*Hue\.\|GENERATED: the delegation$/);
  await press(page, 'v');

  await page.getByRole('tab', { name: /^Notes/ }).focus();
  await press(page, 'Enter');
  await expect(notes(page)).toContainText('GENERATED: who led it?');
  await valise.close();

  const again = await startHost({ home, scratch });
  await open(again.page, HUB);
  await again.page.getByRole('tab', { name: /^Notes/ }).click();
  await expect(notes(again.page)).toContainText('GENERATED: who led it?');
  await expect.poll(() => drawnAs(again.page, 'note-yellow')).toContain('|GENERATED: the delegation');
  await again.close();
});

test('a note is changed, deleted, and brought back by undoing; one on the whole cable stands apart', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await press(page, 'N');
  await expect(page.getByRole('textbox', { name: 'Note on this cable' })).toBeFocused();
  await page.keyboard.type('GENERATED: ask the archive');
  await press(page, 'Control+Enter');
  const panel = notes(page);
  await panel.getByRole('button', { name: 'Edit the note “GENERATED: ask the archive”' }).focus();
  await press(page, 'Enter', 'End');
  await page.keyboard.type(' in Hue');
  await press(page, 'Control+Enter');
  await expect(panel).toContainText('GENERATED: ask the archive in Hue');
  await panel.getByRole('button', { name: /^Delete the note/ }).focus();
  await press(page, 'Enter');
  await expect(panel).toContainText('Nothing is noted here yet.');
  await expect(page.getByRole('region', { name: `Text of ${HUB}` })).toBeFocused();
  await press(page, 'Control+z');
  await expect(panel).toContainText('GENERATED: ask the archive in Hue');

  // What was written and put away comes back with one press.
  await toParagraph(page, 2);
  await press(page, 'n');
  await page.keyboard.type('GENERATED: half a thought');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('textbox', { name: 'Note on this passage' })).toHaveValue(
    'GENERATED: half a thought',
  );
});

test('words that another version lacks are told as such and not dropped', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await toParagraph(page, 2);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  for (let word = 0; word < 9; word += 1) await press(page, 'Shift+ArrowRight');
  await press(page, 'h');
  await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('minister said that');
  const csv = join(scratch, 'other.csv');
  const body = `CONFIDENTIAL HANOI 000900\n\nSUBJECT: GENERATED OTHER\n\n1. (C) ${'GENERATED, of another matter. '.repeat(400)}\n\nMARINE\n`;
  await writeReaderCables(csv, [{ id: HUB, created: '4/20/2005 9:15', origin: 'Embassy Hanoi', body }]);
  await valise.drop(csv);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('1 new version');
  // The one that is shown now, and then the other: only one of them has the words.
  const text = page.getByRole('region', { name: `Text of ${HUB}` });
  const told: boolean[] = [];
  for (let version = 0; version < 2; version += 1) {
    if (version === 1) {
      await page.getByRole('tab', { name: /^Versions/ }).click();
      const versions = page.getByRole('tabpanel', { name: /^Versions/ });
      await versions.getByRole('button', { name: /^Show version/ }).click();
    }
    await page.getByRole('tab', { name: /^Notes/ }).click();
    const gone = /of another matter/.test((await text.textContent()) ?? '');
    told.push(gone);
    await expect(notes(page)).toContainText('minister said that');
    if (gone) {
      await expect(notes(page)).toContainText('No longer in this text');
      expect(await drawnAs(page, 'note-yellow')).toBe('');
    } else {
      await expect.poll(() => drawnAs(page, 'note-yellow')).toContain('minister said that');
      await expect(notes(page)).not.toContainText('No longer in this text');
    }
  }
  expect(new Set(told)).toEqual(new Set([false, true]));
});

test('each change that the reading view made can be shown', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  const text = page.getByRole('region', { name: `Text of ${HUB}` });
  await expect(text.getByText('HANOI 00000900 002 OF 003')).toBeHidden();
  await press(page, 'w');
  await expect(page.getByRole('button', { name: 'Show changes' })).toHaveAttribute('aria-pressed', 'true');
  await expect(text.getByText('HANOI 00000900 002 OF 003')).toBeVisible();
  const joined = text.getByRole('img', { name: 'Line break, joined here' });
  const told = /(\d+) line breaks joined/.exec((await text.textContent()) ?? '')?.[1];
  expect(Number(told)).toBeGreaterThan(10);
  expect(await joined.count()).toBe(Number(told));
});

test('the citations are a picture to walk in by keys', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await press(page, 'g', 'g');
  const graph = page.getByRole('region', { name: `What ${HUB} cites, and what cites it` });
  await expect(graph.getByRole('link', { name: `${HUB} 20 Apr 2005 GENERATED TALKS` })).toBeFocused();
  const cited = graph.getByRole('list', { name: `Cited by ${HUB}` });
  await expect(cited.getByRole('link')).toHaveCount(3);
  await expect(cited.getByRole('link', { name: '05BANGKOK77 not in this archive' })).toBeVisible();
  await expect(graph.getByRole('list', { name: `Citing ${HUB}` }).getByRole('link')).toHaveCount(24);
  await expect(graph.getByRole('button', { name: `and ${CITING - 24} more cite it` })).toBeVisible();
  await press(page, 'ArrowLeft', 'ArrowUp', 'ArrowUp');
  await expect(graph.getByRole('link', { name: /^04HANOI3300/ })).toBeFocused();
  await press(page, 'Space');
  const next = page.getByRole('region', { name: 'What 04HANOI3300 cites, and what cites it' });
  await expect(next.getByRole('link', { name: /^04HANOI3300/ })).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(next.getByRole('link', { name: new RegExp(`^${HUB}`) })).toBeFocused();
  await press(page, 'ArrowLeft', 'Enter');
  await expect(page.getByRole('region', { name: 'Text of 04HANOI3300' })).toBeVisible();
});

test('references tell before a press what they lead to', async ({ valise, scratch }) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await page.getByRole('tab', { name: /^References/ }).click();
  const panel = page.getByRole('tabpanel', { name: /^References/ });
  await expect(panel.getByRole('listitem').filter({ hasText: '05BANGKOK77' })).toContainText(
    'not in this archive',
  );
  await expect(panel.getByRole('listitem').filter({ hasText: 'SMITH-JONES' })).toContainText(
    'an e-mail, not a cable',
  );
  await expect(panel.getByRole('listitem').filter({ hasText: '04HANOI3300' })).toContainText(
    'GENERATED PLANS',
  );
});

test('line length, face and size are kept, and the measure stays readable on any screen', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  const line = () => page.locator('[data-number="4"] .block-text').evaluate(element => element.clientWidth);
  await page.setViewportSize({ width: 3840, height: 2160 });
  const normal = await line();
  expect(normal).toBeLessThan(700);
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('radiogroup', { name: 'Line length' }).getByText('Wide').click();
  await page.getByRole('radiogroup', { name: 'Reading face' }).getByText('Mono').click();
  await press(page, 'Escape');
  expect(await line()).toBeGreaterThan(normal);
  await page.reload();
  await expect(page.getByRole('region', { name: `Text of ${HUB}` })).toBeVisible();
  expect(await line()).toBeGreaterThan(normal);
  expect(await page.locator('.reading').evaluate(element => getComputedStyle(element).fontFamily)).toContain(
    'Mono',
  );
  await page.setViewportSize({ width: 800, height: 600 });
  const overflow = await page
    .getByRole('region', { name: `Text of ${HUB}` })
    .evaluate(room => room.scrollWidth - room.clientWidth);
  expect(overflow).toBe(0);
});
