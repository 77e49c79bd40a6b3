/** Reading by keyboard alone: what the reading view changed, the citations, references, comfort. */
import type { Locator } from '@playwright/test';
import { CITING, HUB } from '../support/reader-cables.ts';
import { openHub, press } from '../support/reader-steps.ts';
import { tabTo } from '../support/search-room.ts';
import { expect, test } from './fixtures.ts';

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
  // Those around the middle cite each other too.
  await expect(graph.locator('.graph-link')).toHaveCount(1);
  await expect(graph.getByText('Also cites 05BANGKOK77').and(page.locator(':visible'))).toBeVisible();
  await expect(cited.getByRole('link', { name: /^05BANGKOK77/ })).toHaveAccessibleDescription(
    'Also cited by 04HANOI3300',
  );
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
  // In pixels of a window whose letters have their usual size: on a very wide screen they are larger.
  const line = () =>
    page
      .getByRole('article')
      .locator('[data-number="4"] .block-text')
      .evaluate(
        element =>
          (element.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize)) * 16,
      );
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
  expect(
    await page
      .getByRole('article')
      .locator('.reading')
      .evaluate(element => getComputedStyle(element).fontFamily),
  ).toContain('Mono');
  await page.setViewportSize({ width: 800, height: 600 });
  const overflow = await page
    .getByRole('region', { name: `Text of ${HUB}` })
    .evaluate(room => room.scrollWidth - room.clientWidth);
  expect(overflow).toBe(0);
});

test('a code and a reference say what they are to the pointer and to the keys', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  const text = page.getByRole('region', { name: 'Text of 05HANOI900' });
  const tooltip = page.getByRole('tooltip');
  const reference = text.getByRole('link', { name: '04HANOI3300' }).first();
  await reference.hover();
  await expect(tooltip).toContainText('GENERATED PLANS');
  await expect(reference).toHaveAccessibleDescription(/GENERATED PLANS/);
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();

  await page.mouse.move(2, 2);
  await text.focus();
  await tabTo(page, reference);
  await expect(tooltip).toContainText('GENERATED PLANS');
  await page.keyboard.press('Shift+Tab');
  await expect(tooltip.filter({ hasText: 'GENERATED PLANS' })).toBeHidden();
});

test('in a German window a cable is spoken as English, and what the window says of it as German', async ({
  valise,
  scratch,
}) => {
  const { page } = valise;
  await openHub(valise, scratch);
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByText('Deutsch').click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const spoken = (what: Locator): Promise<string | undefined> =>
    what.evaluate(element => element.closest<HTMLElement>('[lang]')?.lang);
  const article = page.getByRole('article');
  expect(await spoken(article.getByRole('heading', { level: 1 }))).toBe('en');
  expect(await spoken(article.getByText('The embassy heard that'))).toBe('en');
  expect(await spoken(article.locator('.redaction').first())).toBe('de');
  expect(await spoken(article.locator('.paragraph-number').first())).toBe('de');
  const meaning = page.getByText('External political relations');
  await expect(meaning).toHaveAttribute('lang', 'en');
  expect(await spoken(page.getByRole('heading', { name: 'Was die' }))).toBe('de');
  await press(page, 'v');
  expect(await spoken(article.locator('pre').last())).toBe('en');
});
