import { describe, expect, test } from 'vitest';
import { parseCable, readForCatalogue } from '../../../archive/text/index.ts';
import { rawCable } from '../../support/raw-cables.ts';

const bare = 'UNCLAS HANOI 000841\nSUBJECT: GENERATED\n\n1. Text.';
const withLine = 'UNCLAS HANOI 000841\nSUBJECT: GENERATED\nREF: A. HANOI 800 B. STATE 12\n\n1. Text.';

function cited(body: string, references: string): string[] {
  return readForCatalogue(rawCable('', body, { id: '05HANOI841', references })).references;
}

describe('references that only the table lists', () => {
  test('are in the catalogue, canonical and each once', () => {
    expect(cited(bare, '05HANOI800|04AMEMBASSYPARIS12|05HANOI0800| 05SECSTATE12 |')).toEqual([
      '05HANOI800',
      '04PARIS12',
      '05STATE12',
    ]);
  });

  test('stand behind those of the text, which come once', () => {
    expect(cited(withLine, '05STATE12|04PARIS12')).toEqual(['05HANOI800', '05STATE12', '04PARIS12']);
  });

  test('are left out where they are no ids', () => {
    expect(cited(bare, '')).toEqual([]);
    expect(cited(bare, 'none|see text|12345')).toEqual([]);
  });

  test('are not said to stand in the text', () => {
    expect(parseCable(rawCable('', bare, { id: '05HANOI841', references: '05HANOI800' })).references).toEqual(
      [],
    );
  });
});
