import { describe, expect, test } from 'vitest';
import type { Block } from '../../../preload/contract/index.ts';
import { leadOf } from '../../../renderer/views/reader/lead.ts';
import { outlineOf } from '../../../renderer/views/reader/outline-of.ts';
import { wrapsLines } from '../../../renderer/views/reader/wraps-lines.ts';

const block = (
  text: string,
  number: number | null,
  mark: string | null,
  kind: Block['kind'] = 'paragraph',
): Block => ({
  start: 10,
  end: 10 + text.length,
  kind,
  number,
  mark,
  runs: [{ start: 10, end: 10 + text.length, kind: 'text', text, target: null }],
});

const shown = (one: Block): string => {
  const { lead, runs } = leadOf(one);
  return `${lead?.number?.text ?? ''} ${lead?.mark?.text ?? ''} ${runs.map(run => run.text).join('')}`.trim();
};

describe('the lead of a paragraph', () => {
  test.each([
    ['1. (SBU) GENERATED text', 1, 'SBU', { number: '1.', mark: '(SBU)' }, 'GENERATED text'],
    ['12.(C/NF) GENERATED', 12, 'C/NF', { number: '12.', mark: '(C/NF)' }, 'GENERATED'],
    ['3. GENERATED (U) later', 3, null, { number: '3.', mark: '' }, 'GENERATED (U) later'],
    ['4) (U) GENERATED', 4, 'U', { number: '4)', mark: '(U)' }, 'GENERATED'],
    ['1204. (S) GENERATED', 1204, 'S', { number: '1204.', mark: '(S)' }, 'GENERATED'],
    ['5: GENERATED', 5, null, { number: '5:', mark: '' }, 'GENERATED'],
    ['3(C) GENERATED', 3, 'C', { number: '3', mark: '(C)' }, 'GENERATED'],
    ['(C) 3 GENERATED', null, 'C', { number: '', mark: '(C)' }, '3 GENERATED'],
  ])('%s', (text, number, mark, lead, rest) => {
    const found = leadOf(block(text, number, mark));
    expect({ number: found.lead?.number?.text ?? '', mark: found.lead?.mark?.text ?? '' }).toEqual(lead);
    expect(found.runs.map(run => run.text).join('')).toBe(rest);
  });

  test('no character is lost, whatever the paragraph opens with', () => {
    for (const text of ['1. (SBU) a', '1 . b', '(S) c', 'd 1. (U)', '7.', '2. (not a mark) e']) {
      for (const mark of ['SBU', null]) {
        expect(shown(block(text, 1, mark)).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }
    }
  });
});

test('the outline has headings and numbered paragraphs, in their first words', () => {
  const blocks = [
    block('UNCLAS HANOI 000841', null, null, 'preamble'),
    block('1. (SBU) GENERATED one', 1, 'SBU'),
    { ...block('NEXT STEPS', null, null, 'heading'), start: 50 },
    block('continues', null, null),
    { ...block(`2. ${'long '.repeat(40)}`, 2, null), start: 90 },
  ];
  const outline = outlineOf(blocks);
  expect(outline.map(({ kind, number, mark, start }) => [kind, number, mark, start])).toEqual([
    ['paragraph', 1, 'SBU', 10],
    ['heading', null, null, 50],
    ['paragraph', 2, null, 90],
  ]);
  expect(outline[0]?.words).toBe('GENERATED one');
  expect(outline[2]?.words).toMatch(/^long long .*…$/);
});

test('a sheet wraps where lines were lost, and keeps a table of 120 columns as it is', () => {
  expect(wrapsLines(`short\n${'x '.repeat(60)}`)).toBe(false);
  expect(wrapsLines(`short\n${'x '.repeat(600)}`)).toBe(true);
});
