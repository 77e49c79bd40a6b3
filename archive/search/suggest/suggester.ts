/** Completions of what is being typed, of every kind. */
import type { Suggestion } from '../../model/search.ts';
import type { Snapshot } from '../answer/snapshot.ts';
import { Pace } from '../pace.ts';
import { Owns, States, type FieldName } from '../query/fields.ts';
import { tokensOf } from '../tokens.ts';
import { namesIn, postNames, tagNames } from './catalogue-names.ts';
import { idsBeginning, typedId } from './ids.ts';
import { Names, type Name } from './names.ts';
import { typedWord, type TypedWord } from './typed-word.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsBeginning } from './words.ts';

type Kind = Suggestion['kind'];

/** of each kind, so many at most where kinds are mixed */
const OF_A_KIND = 3;

export class Suggester {
  private readonly snapshot: Snapshot;
  private readonly kept = new Map<string, Names>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** At most `limit` completions at the cursor: in a field its values, elsewhere words and whatever bears such a name. */
  async suggest(query: string, cursor: number, limit: number): Promise<Suggestion[]> {
    const typed = typedWord(query, cursor);
    if (typed.field !== null) return this.values(typed, typed.field, limit);
    const before = query.slice(0, Math.max(0, Math.min(cursor, query.length)));
    if (tokensOf(typed.text).length === 0) return this.saved(query, limit);
    const others = [...this.saved(query, OF_A_KIND), ...this.ids(before, typed, OF_A_KIND + 2)];
    const pace = new Pace();
    // one after the other, since the first time the names must be collected
    for (const [names, kind, field, most] of [
      [() => this.posts(), 'post', 'from', OF_A_KIND],
      [() => this.tags(), 'tag', 'tag', OF_A_KIND],
      [() => this.people('signed'), 'person', 'signed', OF_A_KIND - 1],
      [() => this.people('classifier'), 'person', 'classifier', OF_A_KIND - 1],
      [() => this.dossiers(), 'dossier', 'in', OF_A_KIND - 1],
    ] as const) {
      others.push(...(await this.named(names(), kind, field, typed, most)));
      if (pace.due) await pace.breathe();
    }
    const words = this.words(typed, Math.max(limit - others.length, Math.ceil(limit / 2)));
    // whoever types is likely to need it soon; a segment that can't be read is told by the search itself
    vocabularyOf(this.snapshot).catch(() => undefined);
    const ids = others.filter(({ kind }) => kind === 'id');
    const rest = others.filter(({ kind }) => kind !== 'id');
    return [...ids, ...words, ...rest].slice(0, limit);
  }

  /** Collects the names that the first keys ask for, giving way meanwhile. Throws `cancelled`. */
  async prepare(pace: Pace): Promise<void> {
    for (const names of [
      () => this.posts(),
      () => this.tags(),
      () => this.people('signed'),
      () => this.people('classifier'),
    ]) {
      names();
      await pace.breathe();
    }
  }

  private words({ text, wordStart, end }: TypedWord, limit: number): Suggestion[] {
    const tokens = tokensOf(text);
    const last = tokens.at(-1);
    // behind a hyphen or an apostrophe the last part is completed, and what stands before it stays
    const head = last === undefined ? 0 : text.toLowerCase().lastIndexOf(last);
    if (last === undefined || head < 0) return [];
    return wordsBeginning(this.snapshot, last, limit).map(({ word, count }) => ({
      kind: 'word',
      text: word,
      label: word,
      count,
      replace: [wordStart + head, end],
    }));
  }

  private ids(before: string, { end }: TypedWord, limit: number): Suggestion[] {
    const typed = typedId(before);
    return typed === null ? [] : this.idSuggestions(typed.id, '', [typed.start, end], limit);
  }

  private idSuggestions(id: string, field: string, replace: [number, number], limit: number): Suggestion[] {
    const { columns, shown } = this.snapshot;
    return idsBeginning(this.snapshot, id, limit).map(cable => {
      const name = columns.cableId(cable);
      const subject = columns.subject(shown[cable] ?? 0);
      const label = subject === '' ? name : `${name} – ${subject}`;
      return { kind: 'id', text: `${field}${name}`, label, count: null, replace };
    });
  }

  private async named(
    names: Names,
    kind: Kind,
    field: FieldName,
    { text, start, end }: TypedWord,
    limit: number,
  ): Promise<Suggestion[]> {
    const found = await names.find(text, limit);
    // a post that sent nothing here is named only where no other can be meant
    const some = found.filter(({ count }) => count > 0);
    return (some.length > 0 ? some : found).map(name => suggestion(name, kind, field, [start, end]));
  }

  /** Saved searches whose name has what is typed; they take the place of the whole query. */
  private saved(query: string, limit: number): Suggestion[] {
    const typed = query.trim().toLowerCase();
    const saved = this.snapshot.source.notes?.savedSearches() ?? [];
    return saved
      .filter(({ name }) => name.toLowerCase().includes(typed))
      .slice(0, limit)
      .map(({ name, query: text }) => ({
        kind: 'saved',
        text,
        label: name,
        count: null,
        replace: [0, query.length],
      }));
  }

  private async values(typed: TypedWord, field: FieldName, limit: number): Promise<Suggestion[]> {
    const { columns } = this.snapshot;
    const named = (names: Names, kind: Kind) => this.named(names, kind, field, typed, limit);
    switch (field) {
      case 'from':
      case 'to':
        return named(this.posts(), 'post');
      case 'tag':
        return named(this.tags(), 'tag');
      case 'signed':
      case 'classifier':
        return named(this.people(field), 'person');
      case 'class':
        return named(
          this.names('class', () => namesIn(this.snapshot, columns.classification)),
          'word',
        );
      case 'caption':
        return named(
          this.names('caption', () => namesIn(this.snapshot, columns.captions)),
          'word',
        );
      case 'in':
      case 'dossier':
        return named(this.dossiers(), 'dossier');
      case 'id':
      case 'ref': {
        const id = typed.text.replace(/\s+/g, '').toUpperCase();
        return id === '' ? [] : this.idSuggestions(id, `${field}:`, [typed.start, typed.end], limit);
      }
      case 'is':
        return fixed(States, field, typed);
      case 'has':
        return fixed(Owns, field, typed);
      case 'subject':
      case 'header':
      case 'mark':
        return this.words(typed, limit);
      case 'date':
      case 'after':
      case 'before':
        return [];
    }
    return field satisfies never;
  }

  private names(key: string, make: () => Names): Names {
    let names = this.kept.get(key);
    if (names === undefined) this.kept.set(key, (names = make()));
    return names;
  }

  private posts(): Names {
    return this.names('posts', () => postNames(this.snapshot));
  }

  private tags(): Names {
    return this.names('tags', () => tagNames(this.snapshot));
  }

  private people(field: 'signed' | 'classifier'): Names {
    const { signers, classifiers } = this.snapshot.columns;
    return this.names(field, () => namesIn(this.snapshot, field === 'signed' ? signers : classifiers));
  }

  /** Made anew each time: the person changes them while the archive stays as it is, and they are few. */
  private dossiers(): Names {
    const { notes } = this.snapshot.source;
    const names = notes?.dossiers() ?? [];
    return new Names(
      names.map(name => ({ value: name, label: name, count: notes?.cablesIn(name).length ?? 0 })),
    );
  }
}

function suggestion(
  { value, label, count }: Name,
  kind: Kind,
  field: FieldName,
  replace: [number, number],
): Suggestion {
  const plain = /^[\p{L}\p{N}]+$/u.test(value);
  const text = `${field}:${plain ? value : `"${value.replaceAll('"', ' ')}"`}`;
  return { kind, text, label, count, replace };
}

function fixed(values: readonly string[], field: FieldName, { text, start, end }: TypedWord): Suggestion[] {
  return values
    .filter(value => value.startsWith(text.toLowerCase()))
    .map(value => ({
      kind: 'word',
      text: `${field}:${value}`,
      label: value,
      count: null,
      replace: [start, end],
    }));
}
