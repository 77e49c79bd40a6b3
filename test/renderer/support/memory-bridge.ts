/** A bridge over a few made-up cables in memory, for tests of the window alone. It answers what the window asks, no more. */
import type {
  ArchiveInfo,
  Bridge,
  EventData,
  EventName,
  Handle,
  Input,
  MethodName,
  Output,
  Receipt,
  Result,
  SearchHit,
  ShownCable,
} from '../../../preload/contract/index.ts';
import { readingOfGenerated } from './generated-reading.ts';

export interface MemoryBridge extends Bridge {
  /** every call so far, for tests that ask what was asked */
  readonly calls: { name: MethodName; input: unknown }[];
  /** tells the window something, as a host would */
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void;
}

type Answers = { [Name in MethodName]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>> };

type Listening<Name extends EventName> = Set<(data: EventData<Name>) => void>;
type Listeners = { [Name in EventName]?: Listening<Name> };

class Refused extends Error {
  readonly code: 'no-such-cable' | 'not-yet';
  constructor(code: 'no-such-cable' | 'not-yet', message: string) {
    super(message);
    this.code = code;
  }
}

export const infoOf = (cables: readonly ShownCable[]): ArchiveInfo => ({
  id: 'memory',
  name: 'Hanoi papers',
  readOnly: false,
  generation: 1,
  cables: cables.length,
  records: cables.length,
  sightings: cables.length,
  withdrawn: 0,
  textBytes: cables.reduce((sum, one) => sum + one.body.length, 0),
  firstCreated: cables[0]?.created ?? null,
  lastCreated: cables.at(-1)?.created ?? null,
  lastVerified: null,
  notices: [],
});

function hitOf(cable: ShownCable, word: string): SearchHit {
  const {
    canonicalId: id,
    key,
    created,
    origin,
    classification,
    subject,
    tags,
    captions,
    partial,
    redacted,
  } = cable;
  const at = word === '' ? -1 : cable.body.toLowerCase().indexOf(word);
  const from = Math.max(0, at - 60);
  const snippet =
    at === -1
      ? null
      : {
          text: cable.body.slice(from, at + 140),
          hits: [[at - from, at - from + word.length] as [number, number]],
        };
  return {
    id,
    key,
    created,
    origin,
    classification,
    subject,
    tags,
    captions,
    partial,
    redacted,
    versions: 1,
    snippet,
  };
}

const counted = (values: readonly string[]): { value: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
};

function search(
  cables: readonly ShownCable[],
  request: Input<'search.run'>['request'],
): Output<'search.run'> {
  const { query = '', filters = {}, offset = 0, limit = 20, facets = [] } = request;
  const ids = [...query.matchAll(/id:(\S+)/g)].map(match => match[1]);
  const word = query.trim().toLowerCase();
  const year = (one: ShownCable): string => one.created?.slice(0, 4) ?? '';
  const found = cables.filter(
    one =>
      (ids.length > 0
        ? ids.includes(one.canonicalId)
        : word.startsWith('ref:')
          ? one.references.some(each => each.id?.toLowerCase() === word.slice(4))
          : word === '' || `${one.subject} ${one.body} ${one.id}`.toLowerCase().includes(word)) &&
      (filters.origin?.includes(one.origin ?? '') ?? true) &&
      (filters.year?.includes(year(one)) ?? true) &&
      (filters.classification?.includes(one.classification ?? '') ?? true) &&
      (filters.tag?.some(tag => one.tags.includes(tag)) ?? true),
  );
  if (request.sort === '-date') found.reverse();
  const all = {
    year: counted(found.map(year)).sort((a, b) => a.value.localeCompare(b.value)),
    origin: counted(found.map(one => one.origin ?? '')),
    classification: counted(found.map(one => one.classification ?? '')),
    tag: counted(found.flatMap(one => one.tags)),
  };
  return {
    total: found.length,
    results: found
      .slice(offset, offset + limit)
      .map(one => hitOf(one, request.snippets === false ? '' : word)),
    facets: facets.length > 0 ? all : {},
    problems: [],
    didYouMean: [],
    took: 1,
  };
}

/** Builds the bridge over cables, with answers of a test's own in place of, or on top of, the plain ones. */
export function memoryBridge(cables: readonly ShownCable[], own: Answers = {}): MemoryBridge {
  const calls: MemoryBridge['calls'] = [];
  const listeners: Listeners = {};
  const find = (id: string): ShownCable => {
    const cable = cables.find(one => one.canonicalId === id);
    if (cable === undefined) throw new Refused('no-such-cable', `This archive has no cable ${id}.`);
    return cable;
  };
  const answers: Answers = {
    'host.info': () => ({
      host: 'serve',
      version: '0.1.0',
      runtime: null,
      platform: 'linux',
      firstStart: false,
      can: { chooseFiles: false, chooseFolder: false, paper: true },
    }),
    'archive.info': () => infoOf(cables),
    'library.recent': () => [],
    'receipts.list': () => [],
    'search.run': ({ request }) => search(cables, request),
    'search.suggest': () => [],
    'cable.show': ({ id }) => find(id),
    'cable.reading': ({ id }) => readingOfGenerated(find(id).body),
    'cable.read': ({ id }) => ({ shown: find(id), reading: readingOfGenerated(find(id).body) }),
    'cable.cite': ({ id }) => ({ text: `GENERATED citation of ${id}` }),
    'print.pdf': ({ id }) => ({ kind: 'saved', name: `${id}.pdf` }),
    'import.start': () => emptyReceipt,
    'job.cancel': () => ({ cancelled: true }),
    ...own,
  };
  return {
    calls,
    async call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
      calls.push({ name, input });
      const answer: Answers[Name] = answers[name];
      if (answer === undefined) return { ok: false, error: { code: 'not-yet', message: `${name}: not yet` } };
      try {
        return { ok: true, value: await answer(input) };
      } catch (thrown) {
        if (thrown instanceof Refused)
          return { ok: false, error: { code: thrown.code, message: thrown.message } };
        throw thrown;
      }
    },
    on(name, listener) {
      const all: Listening<typeof name> = listeners[name] ?? new Set();
      all.add(listener);
      Object.assign(listeners, { [name]: all });
      return () => all.delete(listener);
    },
    take: given =>
      Promise.resolve({ ok: true, value: given.files.map((_, at): Handle => `handle-${at}-memory`) }),
    tell(name, data) {
      const all: Listening<typeof name> = listeners[name] ?? new Set();
      for (const listener of all) listener(data);
    },
  };
}

export const emptyReceipt: Receipt = {
  format: 'valise-receipt',
  version: 1,
  id: '2026-01-01T00-00-00-000Z',
  started: '2026-01-01T00:00:00.000Z',
  finished: '2026-01-01T00:00:01.000Z',
  program: 'Valise 0.1.0',
  state: 'done',
  withdrawn: false,
  counts: { accepted: 1, seenBefore: 0, newVersion: 0, repaired: 0, rejected: 1 },
  sources: [],
  lines: [],
};
