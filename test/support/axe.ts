/** axe over what the page shows, in each theme: what it finds, in a line each. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { inRepository } from './repository.ts';

const FindingsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })) }),
);

/** The themes that the window can be drawn in. */
export const themes = ['light', 'night', 'sepia'] as const;

/** Violations of axe's rules on the page as it is now; none where all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  const source = await readFile(inRepository('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  // The page's own policy lets no script in; evaluating is the browser's, as in its console.
  await page.evaluate(source);
  const found =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(
    ({ id, nodes }) => ({ id, nodes: nodes.map(({ target, html }) => ({ target, html })) })))`);
  return FindingsSchema.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}

/** The findings in every theme, each with its theme's name. */
export async function axeInThemes(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const theme of themes) {
    // oxlint-disable-next-line no-await-in-loop
    await page.evaluate(name => (document.documentElement.dataset['theme'] = name), theme);
    // oxlint-disable-next-line no-await-in-loop
    all.push(...(await axeFindings(page)).map(finding => `${theme}: ${finding}`));
  }
  return all;
}
