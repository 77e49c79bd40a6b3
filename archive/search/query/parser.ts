/**
 * The grammar of the query language. It takes every text: what makes no sense becomes a problem with its place, and
 * the rest is understood as well as it can be.
 *
 *   query    = or ( ")" or )*
 *   or       = [and] ( "OR" [and] )*
 *   and      = ( "AND" | "NOT"* operand )+
 *   operand  = field [ word | quoted | "(" or ")" ] | word | quoted | "(" or ")"
 *
 * So NOT binds tightest, then AND (written or not), then OR.
 */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import type { QueryProblem } from '../../model/search.ts';
import type { Span } from '../../record.ts';
import { isFieldName } from './fields.ts';
import { problem, type Syntax, type SyntaxTerm } from './syntax.ts';
import { And, Close, Field, Not, Open, Or, queryLexer, Quoted, vocabulary, Word } from './vocabulary.ts';

const DEEPEST = 50;

class QueryParser extends EmbeddedActionsParser {
  problems: QueryProblem[] = [];

  constructor() {
    super(vocabulary, { recoveryEnabled: true, maxLookahead: 1, nodeLocationTracking: 'none' });
    this.performSelfAnalysis();
  }

  query = this.RULE('query', (): Syntax | null => {
    const parts: (Syntax | null)[] = [this.SUBRULE(this.alternatives)];
    this.MANY(() => {
      const stray = this.CONSUME(Close);
      this.ACTION(() => {
        this.problems.push(
          problem('stray-parenthesis', 'This parenthesis closes nothing.', spanOf(stray), 'Remove it.'),
        );
      });
      parts.push(this.SUBRULE2(this.alternatives));
    });
    return this.ACTION(() => list('and', parts));
  });

  private alternatives = this.RULE('alternatives', (): Syntax | null => {
    const parts: (Syntax | null)[] = [];
    this.OPTION(() => {
      parts.push(this.SUBRULE(this.conjunction));
    });
    this.MANY(() => {
      const sign = this.CONSUME(Or);
      const before = parts.length;
      this.OPTION2(() => {
        parts.push(this.SUBRULE2(this.conjunction));
      });
      this.ACTION(() => {
        if (before > 0 && parts.length > before) return;
        this.problems.push(
          problem(
            'lonely-or',
            'OR stands between two things to look for.',
            spanOf(sign),
            'Write: iraq OR iran',
          ),
        );
      });
    });
    return this.ACTION(() => list('or', parts));
  });

  private conjunction = this.RULE('conjunction', (): Syntax | null => {
    const parts: (Syntax | null)[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([
        { ALT: () => this.CONSUME(And) },
        { ALT: () => parts.push(this.SUBRULE(this.negation)) },
        { ALT: () => parts.push(this.SUBRULE(this.operand)) },
      ]);
    });
    return this.ACTION(() => list('and', parts));
  });

  private negation = this.RULE('negation', (): Syntax | null => {
    const signs: IToken[] = [];
    this.AT_LEAST_ONE(() => signs.push(this.CONSUME(Not)));
    const part = this.OPTION(() => this.SUBRULE(this.operand));
    return this.ACTION(() => {
      const [first] = signs;
      if (first === undefined) return part ?? null;
      if (part === undefined || part === null) {
        this.problems.push(
          problem(
            'lonely-not',
            'NOT stands before what is to be left out.',
            spanOf(first),
            'Write: iraq NOT iran',
          ),
        );
        return null;
      }
      const count = signs.reduce((sum, { image }) => sum + (image.startsWith('-') ? image.length : 1), 0);
      return count % 2 === 0 ? part : { kind: 'not', part, start: first.startOffset, end: part.end };
    });
  });

  private operand = this.RULE('operand', (): Syntax | null =>
    this.OR<Syntax | null>([
      { ALT: () => this.SUBRULE(this.field) },
      { ALT: () => this.SUBRULE(this.value) },
    ]),
  );

  private field = this.RULE('field', (): Syntax | null => {
    const field = this.CONSUME(Field);
    const value = this.OPTION(() => this.SUBRULE(this.value));
    return this.ACTION(() => {
      const name = field.image.slice(0, -1).toLowerCase();
      if (!isFieldName(name)) return null;
      const span = spanOf(field);
      return { kind: 'field', name, value: value ?? null, start: span.start, end: value?.end ?? span.end };
    });
  });

  private value = this.RULE('value', (): Syntax | null =>
    this.OR<Syntax | null>([
      { ALT: () => term(this.CONSUME(Word)) },
      { ALT: () => this.quoted(this.CONSUME(Quoted)) },
      { ALT: () => this.SUBRULE(this.group) },
    ]),
  );

  private group = this.RULE('group', (): Syntax | null => {
    const open = this.CONSUME(Open);
    const inside = this.SUBRULE(this.alternatives);
    const close = this.OPTION(() => this.CONSUME(Close));
    this.ACTION(() => {
      if (close !== undefined) return;
      this.problems.push(
        problem('open-parenthesis', 'This parenthesis is not closed.', spanOf(open), 'Add ) where it ends.'),
      );
    });
    return inside;
  });

  private quoted(token: IToken): SyntaxTerm {
    const { image } = token;
    const closed = image.length > 1 && /["“”„]$/.test(image);
    if (!closed && image !== '') {
      this.problems.push(
        problem(
          'open-quote',
          'This quotation mark is not closed.',
          spanOf(token),
          'Add " where the phrase ends.',
        ),
      );
    }
    return { kind: 'term', text: image.slice(1, closed ? -1 : undefined), quoted: true, ...spanOf(token) };
  }
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

function term(token: IToken): SyntaxTerm {
  return { kind: 'term', text: token.image, quoted: false, ...spanOf(token) };
}

function list(kind: 'and' | 'or', parts: readonly (Syntax | null)[]): Syntax | null {
  const some = parts.filter(part => part !== null);
  const [first] = some;
  const last = some.at(-1);
  if (first === undefined || last === undefined) return null;
  return some.length === 1 ? first : { kind, parts: some, start: first.start, end: last.end };
}

/** Parentheses beyond a sane depth are left out, so that no query can exhaust the stack. */
function withoutDepths(tokens: readonly IToken[], problems: QueryProblem[]): IToken[] {
  let depth = 0;
  let told = false;
  return tokens.filter(token => {
    if (token.tokenType === Open) {
      depth++;
      if (depth > DEEPEST && !told) {
        problems.push(problem('too-deep', `Parentheses go ${DEEPEST} deep at most.`, spanOf(token)));
        told = true;
      }
      return depth <= DEEPEST;
    }
    if (token.tokenType !== Close) return true;
    const kept = depth <= DEEPEST;
    depth = Math.max(0, depth - 1);
    return kept;
  });
}

let parser: QueryParser | undefined;

/** Reads a query's form. Never throws; null where there is nothing to look for. */
export function parseSyntax(text: string): { syntax: Syntax | null; problems: QueryProblem[] } {
  parser ??= new QueryParser();
  const problems: QueryProblem[] = [];
  parser.problems = problems;
  parser.input = withoutDepths(queryLexer.tokenize(text).tokens, problems);
  const syntax = parser.query();
  for (const error of parser.errors) {
    const { startOffset, image } = error.token;
    const start = Number.isNaN(startOffset) ? text.length : startOffset;
    problems.push(
      problem('not-understood', 'This part was not understood.', { start, end: start + image.length }),
    );
  }
  problems.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  return { syntax: syntax ?? null, problems };
}
