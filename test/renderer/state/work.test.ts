// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EditKind, Step, Work } from '../../../preload/contract/index.ts';
import type * as ArchiveState from '../../../renderer/state/archive.ts';
import type * as DossiersState from '../../../renderer/state/dossiers.ts';
import type * as NoticesState from '../../../renderer/state/notices.ts';
import type * as WorkState from '../../../renderer/state/work.ts';
import { madeCables } from '../support/made-cables.ts';
import { infoOf, memoryBridge } from '../support/memory-bridge.ts';
import type { MemoryBridge } from '../support/memory-bridge.ts';

let bridge: MemoryBridge;
let work: typeof WorkState;
let dossiers: typeof DossiersState;
let notices: typeof NoticesState;
let archive: typeof ArchiveState;
let place: Work['place'] = 'archive';
let revision = 1;
let names: string[] = [];

const standing = () => ({ revision, undo: null, redo: null, place, waiting: 0 });
const step = (done: EditKind | null): Step => ({
  ...standing(),
  done,
  made: done === 'add-dossier' ? 'd1' : null,
});
const all = (): Work => ({
  ...standing(),
  dossiers: names.map((name, at) => ({ id: `d${at + 1}`, name, cables: [], created: '', notes: '' })),
  notes: [],
  highlights: [],
  savedSearches: [],
  history: [],
  searches: [],
  readMarks: [],
});

beforeEach(async () => {
  vi.resetModules();
  place = 'archive';
  revision = 1;
  names = [];
  bridge = memoryBridge(madeCables(1), {
    'work.show': all,
    'work.edit': ({ edit }) => {
      revision += 1;
      if (edit.kind === 'add-dossier') names.push(`${edit.name} (2)`);
      return step(edit.kind);
    },
    'archive.withdraw': () => ({ records: 1 }),
    'archive.restore': () => ({ records: 1 }),
    'work.redo': () => {
      revision += 1;
      return step(null);
    },
    'work.undo': () => {
      revision += 1;
      names = [];
      return step('add-dossier');
    },
  });
  window.valise = bridge;
  work = await import('../../../renderer/state/work.ts');
  dossiers = await import('../../../renderer/state/dossiers.ts');
  notices = await import('../../../renderer/state/notices.ts');
  archive = await import('../../../renderer/state/archive.ts');
});

const told = () => notices.useNotices.getState().notices.map(({ text }) => text);
const shown = () => work.useWork.getState().work?.dossiers.map(({ name }) => name);
const asked = (name: string) => bridge.calls.filter(one => one.name === name).length;

describe('the person’s work', () => {
  test('a step is shown and told by the name that the archive gave, and the notice takes it back', async () => {
    await dossiers.addDossier('Rice');
    expect(shown()).toEqual(['Rice (2)']);
    expect(told()).toEqual(['Made “Rice (2)”.']);
    notices.useNotices.getState().notices[0]?.actions[0]?.run();
    await vi.waitFor(() => expect(told()).toEqual(['Undone: new dossier.']));
    expect(shown()).toEqual([]);
  });

  test('a step that is told nowhere takes the offer to undo the one before away', async () => {
    await dossiers.addDossier('Rice');
    await dossiers.describeDossier('d1', 'GENERATED');
    expect(told()).toEqual([]);
  });

  test('what is done to the archive is taken back before an older step of the work, and done again', async () => {
    const own = await import('../../../renderer/state/archive-work.ts');
    await dossiers.addDossier('Rice');
    await own.withdraw('receipt-1');
    expect(told()).toEqual(['1 record withdrawn. Nothing was erased.']);
    await work.undoNewest();
    expect(told()).toEqual(['1 record restored.']);
    expect(shown()).toEqual(['Rice (2)']);
    await work.redoNewest();
    expect(told()).toEqual(['1 record withdrawn. Nothing was erased.']);
    await work.redoNewest();
    expect(told()).toEqual(['There is nothing to do again.']);
    expect(asked('work.redo')).toBe(0);
    await Promise.all([work.undoNewest(), work.undoNewest()]);
    expect(told()).toEqual(['Undone: new dossier.']);
    expect(asked('archive.restore')).toBe(2);
    expect(asked('work.undo')).toBe(1);
  });

  test('a newer step of the work is undone before an import, and what can’t be undone lets nothing older be', async () => {
    const own = await import('../../../renderer/state/archive-work.ts');
    own.didImport('receipt-2', 'GENERATED 1 new cable', []);
    await dossiers.addDossier('Rice');
    await work.undoNewest();
    expect(told()).toEqual(['Undone: new dossier.']);
    await work.undoNewest();
    expect(bridge.calls.find(one => one.name === 'archive.withdraw')?.input).toMatchObject({
      target: 'receipt-2',
    });
    await dossiers.addDossier('Roads');
    const { didStep } = await import('../../../renderer/state/steps.ts');
    didStep({ undo: () => Promise.resolve(false), redo: () => Promise.resolve(false) });
    await work.undoNewest();
    expect(asked('work.undo')).toBe(1);
  });

  test('a fault stays beside what is told of steps', async () => {
    notices.tell('GENERATED fault', 'fault');
    await dossiers.addDossier('Rice');
    await dossiers.describeDossier('d1', 'GENERATED');
    expect(told()).toEqual(['GENERATED fault']);
  });

  test('work that goes beside an archive is said once for that archive', async () => {
    place = 'overlay';
    archive.setArchive(infoOf(madeCables(1)));
    await dossiers.addDossier('Rice');
    expect(told()[0]).toMatch(/Made “Rice \(2\)”\. .*beside Valise’s settings/);
    await dossiers.addDossier('Roads');
    expect(told()[0]).not.toMatch(/beside/);
  });

  test('what another window did is fetched, what this one knows already is not', async () => {
    const end = work.followWork();
    await work.loadWork();
    expect(asked('work.show')).toBe(1);
    bridge.tell('work', { revision: 1 });
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(asked('work.show')).toBe(1);
    revision = 2;
    names = ['Theirs'];
    bridge.tell('work', { revision: 2 });
    await vi.waitFor(() => expect(shown()).toEqual(['Theirs']));
    end();
  });

  test('a question that was remembered last is not remembered again', async () => {
    work.rememberSearch({ query: ' rice ', filters: { origin: ['Embassy Hanoi'] } });
    work.rememberSearch({ query: '  ', filters: {} });
    expect(bridge.calls).toEqual([
      { name: 'work.searched', input: { query: 'rice', filters: { origin: ['Embassy Hanoi'] } } },
    ]);
  });
});
