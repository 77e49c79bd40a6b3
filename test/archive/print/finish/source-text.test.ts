import { rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../../archive/open.ts';
import { withoutToken } from '../../../../archive/print/finish/source-text.ts';
import { SAMPLE } from '../../../support/archive-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'valise-copy-'));
afterAll(() => rm(folder, { recursive: true }));

describe('the source text that leaves the archive', () => {
  it('is the record without the archive’s token', async () => {
    const archive = await openArchive(join(folder, 'a'), { create: {}, program: 'Valise test' });
    await archive.import([{ path: SAMPLE }]);
    const frame = await archive.frame('05HANOI841');
    await archive.close();
    const token = /^Token: (\S+)$/m.exec(Buffer.from(frame).toString('latin1'))?.[1] ?? '';
    expect(token.length).toBeGreaterThan(16);
    const copy = Buffer.from(withoutToken(frame)).toString('utf8');
    expect(copy).not.toContain(token);
    expect(copy.replaceAll('withheld', token)).toBe(Buffer.from(frame).toString('utf8'));
    expect(copy).toContain('1. (SBU) Summary and Comment:');
  });

  it('keeps bytes that are no text', () => {
    const bytes = Buffer.from([0x41, 0xff, 0x00, 0xc3, 0x28]);
    expect(Buffer.from(withoutToken(bytes)).equals(bytes)).toBe(true);
  });
});
