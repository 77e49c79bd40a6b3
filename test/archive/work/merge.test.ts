import { expect, it } from 'vitest';
import { emptyNotes } from '../../../archive/model/notes.ts';
import { merged } from '../../../archive/work/merge.ts';
import { overlayOf } from '../../../archive/work/overlay.ts';

it('merged twice is merged once, for every pair of changes to one dossier', () => {
  const notes = emptyNotes('x');
  const dossier = (name: string, cables: string[], text = '') => ({
    id: 'd',
    name,
    cables,
    created: '',
    notes: text,
  });
  const states = [
    [],
    [dossier('A', ['1', '2'])],
    [dossier('B', ['1', '2'])],
    [dossier('A', ['2', '3'])],
    [dossier('C', ['1'], 'GENERATED')],
    [{ ...dossier('A', ['1', '2']), remarks: [{ cable: '1', text: 'GENERATED why' }] }],
    [{ ...dossier('A', ['1', '2']), remarks: [{ cable: '1', text: 'GENERATED otherwise' }] }],
  ];
  for (const base of states)
    for (const own of states)
      for (const ours of states) {
        const overlay = overlayOf('x', { ...notes, dossiers: base }, { ...notes, dossiers: own });
        const once = merged({ ...notes, dossiers: ours }, overlay).lists;
        expect(merged(once, overlay).lists).toEqual(once);
        const kept = new Set(once.dossiers.map(({ name }) => name.replace(/ \(2\)$/, '')));
        // A name that a side gave is there, unless the other side gave the dossier another or took it away.
        if (own[0] !== undefined && base[0] === undefined) expect(kept).toContain(own[0].name);
        if (JSON.stringify(ours) === JSON.stringify(base)) expect(once.dossiers).toEqual(own);
      }
});

it('keeps a note that one side deleted and the other changed, and both texts of one that both changed', () => {
  const notes = emptyNotes('x');
  const note = (text: string) => ({ id: 'n', cable: '05HANOI1', text, changed: '' });
  const state = (text: string | null) => ({ ...notes, notes: text === null ? [] : [note(text)] });
  const texts = (base: string | null, own: string | null, ours: string | null) =>
    merged(state(ours), overlayOf('x', state(base), state(own))).lists.notes.map(({ text }) => text);
  expect(texts('a', null, 'b')).toEqual(['b']);
  expect(texts('a', 'b', null)).toEqual(['b']);
  expect(texts('a', null, 'a')).toEqual([]);
  expect(texts('a', 'b', 'c')).toEqual(['c', 'b']);
  expect(texts(null, 'b', 'c')).toEqual(['c', 'b']);
  const overlay = overlayOf('x', state('a'), state('b'));
  const once = merged(state('c'), overlay);
  expect(once.counts).toEqual({ added: 0, changed: 0, removed: 0, both: 1 });
  expect(merged(once.lists, overlay).counts).toEqual({ added: 0, changed: 0, removed: 0, both: 0 });
});

it('puts remarks of both sides together, and keeps the dossier twice where both changed one', () => {
  const notes = emptyNotes('x');
  const state = (...texts: string[]) => ({
    ...notes,
    dossiers: [
      {
        id: 'd',
        name: 'A',
        cables: ['1', '2'],
        created: '',
        notes: '',
        remarks: texts.map((text, at) => ({ cable: `${at + 1}`, text })).filter(({ text }) => text !== ''),
      },
    ],
  });
  const remarks = (base: string[], own: string[], ours: string[]) =>
    merged(state(...ours), overlayOf('x', state(...base), state(...own))).lists.dossiers.map(dossier =>
      dossier.remarks?.map(({ text }) => text),
    );
  expect(remarks(['', ''], ['own', ''], ['', 'ours'])).toEqual([['ours', 'own']]);
  expect(remarks(['a', 'b'], ['', 'b'], ['a', 'c'])).toEqual([['c']]);
  expect(remarks(['a'], ['own'], ['ours'])).toEqual([['ours'], ['own']]);
});
