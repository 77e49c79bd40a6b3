// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type * as TermsState from '../../../renderer/state/terms.ts';
import { termsOf } from '../../../renderer/views/reader/terms-of.ts';
import { readingOfGenerated } from '../support/generated-reading.ts';
import { madeCable, madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import type { MemoryBridge } from '../support/memory-bridge.ts';

let bridge: MemoryBridge;
let terms: typeof TermsState;

beforeEach(async () => {
  vi.resetModules();
  bridge = memoryBridge(madeCables(1), {
    'glossary.explain': input =>
      input.terms
        .filter(term => term.code === 'KWMN')
        .map(term => ({ ...term, list: 'program' as const, meaning: 'Women' })),
  });
  window.valise = bridge;
  terms = await import('../../../renderer/state/terms.ts');
});

test('a cable asks for each of its codes once, whichever part of it they stand in', () => {
  const shown = madeCable(0, {
    tags: ['PREL', 'KWMN', 'prel'],
    captions: ['SIPDIS'],
    executiveOrder: '12958',
    recipients: [{ route: null, name: 'SECSTATE', precedence: 'PRIORITY', number: null, excluded: [] }],
  });
  const names = termsOf({ shown, reading: readingOfGenerated(shown.body) }).map(terms.termName);
  expect(names).toEqual(['precedence PRIORITY', 'caption SIPDIS', 'order 12958', 'tag PREL', 'tag KWMN']);
});

test('codes are asked for together, and only those that were not asked for yet', async () => {
  await terms.askTerms([
    { kind: 'tag', code: 'KWMN' },
    { kind: 'tag', code: 'SMITH, JOHN' },
  ]);
  await terms.askTerms([{ kind: 'tag', code: 'kwmn ' }]);
  expect(bridge.calls).toHaveLength(1);
  expect(terms.useTerms.getState().known.get('tag KWMN')?.meaning).toBe('Women');
  expect(terms.useTerms.getState().known.has('tag SMITH, JOHN')).toBe(false);
});
