/** Gives a query's form its meaning. What can't be meant is told and left out. */
import { slipsBetween } from '../../text/nearest-name.ts';
import type { QueryProblem } from '../../model/search.ts';
import type { Sequence, SequenceWord } from '../segment/sequence.ts';
import { Space, Zone } from '../segment/space.ts';
import { tokensOf } from '../tokens.ts';
import { readDate, readPeriod } from './dates.ts';
import { example } from './examples.ts';
import { FieldNames, isOwn, isState, Owns, States, type FieldName } from './fields.ts';
import { parseSyntax } from './parser.ts';
import type { Query, ValueQuery } from './query.ts';
import { problem, type Syntax, type SyntaxTerm } from './syntax.ts';

export interface ReadQuery {
  /** null where there is nothing to look for: every cable */
  readonly query: Query | null;
  readonly problems: QueryProblem[];
}

/** Reads a query. Never throws: mistakes are told, with their place, and the rest is understood. */
export function readQuery(text: string): ReadQuery {
  const { syntax, problems } = parseSyntax(text);
  const interpreter = new Interpreter(problems);
  const query = syntax === null ? null : interpreter.meaning(syntax, null);
  problems.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  return { query, problems };
}

const VALUE_FIELDS: Partial<Record<FieldName, ValueQuery['field']>> = {
  tag: 'tag',
  class: 'class',
  caption: 'caption',
  signed: 'signed',
  classifier: 'classifier',
};
const REFERENCE_ID = /^(\d{2})([a-z]+)(\d{1,7})$/;

class Interpreter {
  private readonly problems: QueryProblem[];

  constructor(problems: QueryProblem[]) {
    this.problems = problems;
  }

  meaning(syntax: Syntax, field: FieldName | null): Query | null {
    if (syntax.kind === 'term') return this.term(syntax, field);
    if (syntax.kind === 'not') {
      const part = this.meaning(syntax.part, field);
      return part === null ? null : { kind: 'not', part };
    }
    if (syntax.kind === 'field') {
      if (syntax.value !== null) return this.meaning(syntax.value, syntax.name);
      this.tell('empty-field', `Nothing follows ${syntax.name}:`, syntax, example(syntax.name));
      return null;
    }
    const list = listOf(
      syntax.kind,
      syntax.parts.map(part => this.meaning(part, field)),
    );
    const id = field === null && syntax.kind === 'and' ? spacedId(syntax.parts) : null;
    return id === null || list === null ? list : { kind: 'or', parts: [list, id] };
  }

  private term(term: SyntaxTerm, field: FieldName | null): Query | null {
    if (field === null) return this.plain(term);
    if (field === 'date' || field === 'after' || field === 'before') return this.date(term, field);
    if (field === 'id' || field === 'ref') return this.id(term, field);
    if (field === 'is') return this.state(term);
    if (field === 'in' || field === 'dossier') return { kind: 'dossier', name: term.text };
    if (field !== 'has') return this.fieldWords(term, field);
    return this.own(term);
  }

  private own(term: SyntaxTerm): Query | null {
    const kind = term.text.trim().toLowerCase();
    if (isOwn(kind)) return { kind, name: null };
    const near = Owns.find(name => slipsBetween(name, kind, 2) <= 2);
    this.tell(
      'unknown-value',
      `has: knows ${Owns.join(' and ')}, not ${term.text}.`,
      term,
      `has:${near ?? Owns[0]}`,
    );
    return null;
  }

  private plain(term: SyntaxTerm): Query | null {
    this.checkFieldName(term);
    const words = this.words(term);
    if (words === null) return null;
    const text = textQuery(words);
    const id = words.length === 1 && !words[0]?.prefix ? REFERENCE_ID.exec(words[0]?.token ?? '') : null;
    if (id === null) return text;
    const [, year = '', post = '', serial = ''] = id;
    const spaced = [year, post, serial].map(token => ({ token, prefix: false }));
    return { kind: 'or', parts: [text, idQuery(year, post, serial), textQuery(spaced)] };
  }

  private fieldWords(term: SyntaxTerm, field: FieldName): Query | null {
    const words = this.words(term);
    if (words === null) return null;
    const header = (zone: Zone | null): Query =>
      wordsQuery({ space: Space.header, zone, subjectOnly: false, words });
    if (field === 'subject') {
      return wordsQuery({ space: Space.text, zone: null, subjectOnly: true, words });
    }
    if (field === 'mark') return wordsQuery({ space: Space.mark, zone: null, subjectOnly: false, words });
    if (field === 'header') return header(null);
    if (field === 'to') return header(Zone.to);
    if (field === 'from') {
      return { kind: 'or', parts: [{ kind: 'value', field: 'origin', words }, header(Zone.from)] };
    }
    const column = VALUE_FIELDS[field];
    return column === undefined ? null : { kind: 'value', field: column, words };
  }

  private id(term: SyntaxTerm, kind: 'id' | 'ref'): Query | null {
    const text = term.text.trim();
    const prefix = text.endsWith('*');
    const id = (prefix ? text.slice(0, -1) : text).replace(/\s+/g, '').toUpperCase();
    if (id !== '') return { kind, id, prefix };
    this.tell('empty-field', `Nothing follows ${kind}:`, term, example(kind));
    return null;
  }

  private date(term: SyntaxTerm, field: 'date' | 'after' | 'before'): Query | null {
    const text = term.text.trim();
    const period = field === 'date' ? readDate(text) : readPeriod(text);
    if (period === null) {
      this.tell(
        'bad-date',
        `${text === '' ? 'Nothing' : text} is no date. Dates are written 2005, 2005-03 or 2005-03-17.`,
        term,
        example(field),
      );
      return null;
    }
    if (period.from >= period.to) {
      this.tell('empty-range', `${text} ends before it begins.`, term, example('date'));
    }
    if (field === 'after') return { kind: 'date', period: { from: period.to, to: Infinity } };
    if (field === 'before') return { kind: 'date', period: { from: -Infinity, to: period.from } };
    return { kind: 'date', period };
  }

  private state(term: SyntaxTerm): Query | null {
    const state = term.text.trim().toLowerCase();
    if (isState(state)) return { kind: 'state', state };
    const near = States.find(name => slipsBetween(name, state, 3) <= 3);
    this.tell(
      'unknown-value',
      `is: knows ${States.join(', ')}, not ${term.text}.`,
      term,
      near === undefined ? null : `is:${near}`,
    );
    return null;
  }

  /** The words of a term, or null (and told) where it has none. `*` behind a word makes it the beginning of one. */
  private words(term: SyntaxTerm): SequenceWord[] | null {
    const words: SequenceWord[] = [];
    for (const chunk of term.text.split(/\s+/)) {
      const signs = /[^\p{L}\p{N}]*$/u.exec(chunk)?.index ?? chunk.length;
      const star = chunk.indexOf('*', signs);
      const parts = (star === -1 ? chunk : chunk.slice(0, star)).split('*');
      const inside = parts.length > 1;
      if (inside) {
        this.tell(
          'star-inside',
          'A star stands behind the beginning of a word only.',
          term,
          `${parts.find(part => part !== '') ?? ''}*`,
        );
      }
      for (const [index, part] of parts.entries()) {
        const tokens = tokensOf(part);
        const open = star !== -1 || (inside && index < parts.length - 1);
        for (const [at, token] of tokens.entries()) {
          const touchesStar = at === tokens.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(part);
          words.push({ token, prefix: open && touchesStar });
        }
      }
    }
    if (words.length > 0) return words;
    if (!/^\*+$/.test(term.text)) this.tell('no-word', 'There is no letter or digit to look for.', term);
    return null;
  }

  /** `sbject:iraq` is looked for as words, and told as a likely slip. */
  private checkFieldName(term: SyntaxTerm): void {
    const [, name = ''] = term.quoted ? [] : (/^([a-z]+):\S/i.exec(term.text) ?? []);
    if (name === '') return;
    const near = FieldNames.find(
      field => slipsBetween(field, name.toLowerCase(), 2) <= Math.min(2, field.length - 2),
    );
    if (near === undefined) return;
    this.tell(
      'unknown-field',
      `There is no field ${name}: it was looked for as a word.`,
      term,
      `${near}:${term.text.slice(name.length + 1)}`,
    );
  }

  private tell(
    code: string,
    message: string,
    at: SyntaxTerm | Syntax,
    suggestion: string | null = null,
  ): void {
    this.problems.push(problem(code, message, at, suggestion));
  }
}

function idQuery(year: string, post: string, serial: string): Query {
  const id = `${year}${post}${serial.replace(/^0+(?=\d)/, '')}`;
  return { kind: 'id', id: id.toUpperCase(), prefix: false };
}

/** An id written in parts, as telegrams do, and nothing else: `05 HANOI 841`, `05 LA PAZ 000841`. */
function spacedId(parts: readonly Syntax[]): Query | null {
  const words = parts.map(part => (part.kind === 'term' && !part.quoted ? part.text.toLowerCase() : ' '));
  const [, year = '', post = '', serial = ''] = REFERENCE_ID.exec(words.join('')) ?? [];
  return year === '' ? null : idQuery(year, post, serial);
}

function listOf(kind: 'and' | 'or', parts: readonly (Query | null)[]): Query | null {
  const some = parts.filter(part => part !== null);
  const [first] = some;
  if (first === undefined) return null;
  return some.length === 1 ? first : { kind, parts: some };
}

function wordsQuery(sequence: Sequence): Query {
  return { kind: 'words', sequence };
}

function textQuery(words: readonly SequenceWord[]): Query {
  return wordsQuery({ space: Space.text, zone: null, subjectOnly: false, words });
}
