import { expect, it } from 'vitest';
import { bibtexEntry } from '../../../archive/cite/bibtex.ts';
import { cslItem } from '../../../archive/cite/item.ts';
import { risRecord } from '../../../archive/cite/ris.ts';
import { sampleCable } from '../../support/shown-cable.ts';

const hostile = () => ({
  ...sampleCable(),
  id: '05HANOI1',
  canonicalId: '05HANOI1',
  origin: 'Embassy {Hanoi}, \\input{x}',
  subject: '100% of $5 & #1_a ~b^c {brace} \\end\nER  - \nTY  - BOOK',
  created: null,
});

it('a BibTeX entry holds signs that mean something to TeX as signs', () => {
  const entry = bibtexEntry(cslItem(hostile()));
  expect(entry).toMatch(/^@techreport\{05HANOI1,\n/);
  // Without what is escaped, every brace has its partner and nothing else is left for TeX.
  const plain = entry.replace(/\\(?:textbackslash|textasciitilde|textasciicircum)\{\}|\\[{}$&#_%]/g, '');
  expect(plain).not.toMatch(/[\\$&#_%~^]/);
  let depth = 0;
  for (const sign of plain) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(entry).not.toContain('year');
});

it('a RIS record keeps a hostile subject on its line', () => {
  const record = risRecord(cslItem(hostile()));
  const lines = record.split('\r\n');
  expect(lines.filter(line => line.startsWith('TY  - '))).toEqual(['TY  - RPRT']);
  expect(lines.filter(line => line.startsWith('ER  -'))).toEqual(['ER  - ']);
  expect(lines.every(line => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  expect(record).not.toContain('DA  - ');
});

it('the sample has its date, number and kind where programs look for them', () => {
  const record = risRecord(cslItem(sampleCable()));
  expect(record).toContain('SN  - 05HANOI841\r\n');
  expect(record).toContain('DA  - 2005/04/11/\r\n');
  expect(record).toContain('M3  - Telegram\r\n');
  expect(bibtexEntry(cslItem(sampleCable()))).toContain('  month = apr,\n');
});
