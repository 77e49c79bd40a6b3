import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { finishPdfs } from '../../../archive/print/finish/finish.ts';
import { printPage } from '../../../archive/print/page.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { findBrowser } from '../../../main/print/find-browser.ts';
import { printFonts } from '../../../main/print/fonts.ts';
import { withPrinter } from '../../../main/print/print-pdf.ts';
import { everythingCable } from '../../support/everything-cable.ts';
import { hasPoppler, pageTexts, spokenText } from '../../support/poppler.ts';
import { runCommand } from '../../support/run-command.ts';
import { sampleCable } from '../../support/shown-cable.ts';
import { validated, veraPdf } from '../../support/vera-pdf.ts';

const browser = await findBrowser();
const vera = browser === null ? { absent: 'no browser' } : await veraPdf();
const qpdf = (await runCommand('qpdf', ['--version'])).code === 0;

const OutlineSchema = z.object({
  outlines: z.array(z.object({ title: z.string(), destpageposfrom1: z.int(), kids: z.array(z.unknown()) })),
});

describe.skipIf(browser === null || !hasPoppler)('several cables in one PDF', () => {
  const cables = [sampleCable(), everythingCable(), sampleCable()];
  let pages: string[][] = [];
  let joined: Uint8Array = new Uint8Array();

  beforeAll(async () => {
    const about = { printed: '2026-11-23T10:00:00.000Z', program: 'Valise 9.9.9', fonts: await printFonts() };
    const prints = await withPrinter(async print => {
      const made: Uint8Array[] = [];
      for (const cable of cables) made.push(await print(printPage(cable, readingOf(cable), about)));
      return made;
    });
    pages = prints.map(pageTexts);
    const attachments = ['a.txt', 'b.txt', 'c.txt'].map(name => {
      return { name, bytes: Buffer.from(`GENERATED ${name}`), description: name };
    });
    const options = {
      title: '3 cables',
      author: 'Valise',
      language: 'en',
      program: 'Valise 9.9.9',
      attachments,
    };
    const finished = await finishPdfs(prints, options);
    expect(finished.conformance).toBe('PDF/A-3a and PDF/UA-1');
    joined = finished.pdf;
  });

  it('has each on its own pages, with its own marking and its own count of pages', () => {
    expect(pageTexts(joined)).toEqual(pages.flat());
    const [first = [], second = []] = pages;
    expect(first[0]).toContain(`1 of ${first.length}`);
    expect(second[0]).toContain(`1 of ${second.length}`);
  });

  it('is read aloud whole, in order', () => {
    const spoken = spokenText(joined);
    const at = ['VIETNAM HOSTS SIX-COUNTRY', 'GENERATED CABLE WITH EVERYTHING'].map(text =>
      spoken.indexOf(text),
    );
    expect(at.every(place => place >= 0)).toBe(true);
    expect(at[0]).toBeLessThan(at[1] ?? 0);
    expect(spoken.lastIndexOf('VIETNAM HOSTS SIX-COUNTRY')).toBeGreaterThan(at[1] ?? 0);
  });

  it.skipIf(!qpdf)('is whole for qpdf, with a bookmark at the first page of each cable', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'valise-qpdf-'));
    try {
      const file = join(folder, 'joined.pdf');
      await writeFile(file, joined);
      expect((await runCommand('qpdf', ['--check', file])).code).toBe(0);
      const said = await runCommand('qpdf', ['--json', '--json-key=outlines', file]);
      const { outlines } = OutlineSchema.parse(JSON.parse(said.stdout));
      const [first = [], second = []] = pages;
      const starts = [1, 1 + first.length, 1 + first.length + second.length];
      expect(outlines.map(({ destpageposfrom1: page }) => page)).toEqual(starts);
      expect(outlines[0]?.title).toBe('VIETNAM HOSTS SIX-COUNTRY TIP MEETING');
      expect(outlines.every(({ kids }) => kids.length > 0)).toBe(true);
      expect((await runCommand('qpdf', ['--list-attachments', file])).stdout.match(/\.txt/g)).toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.skipIf('absent' in vera)(
    `keeps to PDF/A-3a and PDF/UA-1${'absent' in vera ? ` (veraPDF is absent: ${vera.absent})` : ''}`,
    async () => {
      if ('absent' in vera) return;
      const said = await validated(vera.libraries, [joined], ['3a', 'ua1']);
      expect(said).toMatch(/^1 3a compliant\n1 ua1 compliant$/);
    },
    120_000,
  );
});
