/** The operators of a PDF content stream, with their places, so that a stream can be edited without being rewritten. */

export interface Operation {
  op: string;
  /** operands as written */
  args: string[];
  /** from the first operand to the end of the operator */
  start: number;
  end: number;
}

/** One token: white space, comment, bracket, hexadecimal string, name, or word. Strings in parentheses nest: see below. */
const TOKEN =
  /[\0\t\n\f\r ]+|%[^\r\n]*|<<|>>|[[\]]|<[\da-fA-F\0\t\n\f\r ]*>|\(|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/**
 * Reads a content stream (one character a byte). Throws on what is no content stream, and on inline images, which
 * Valise's page doesn't have: what can't be read exactly must not be edited.
 */
export function* operationsOf(stream: string): Generator<Operation> {
  let args: string[] = [];
  let start = -1;
  let depth = 0;
  let open = 0;
  for (let at = 0; at < stream.length;) {
    const { token, end } = tokenAt(stream, at);
    const from = at;
    at = end;
    if (/^[\0\t\n\f\r %]/.test(token)) continue;
    if (start < 0) start = from;
    if (token === '[' || token === '<<') {
      if (depth++ === 0) open = from;
    } else if (token === ']' || token === '>>') {
      if (--depth < 0) throw damage(`stray ${token}`, from);
      if (depth === 0) args.push(stream.slice(open, end));
    } else if (depth > 0) {
      continue;
    } else if (!/^[A-Za-z'"]/.test(token) || /^(?:true|false|null)$/.test(token)) {
      args.push(token);
    } else {
      if (token === 'BI') throw damage('an inline image', from);
      yield { op: token, args, start, end };
      args = [];
      start = -1;
    }
  }
  if (start >= 0) throw damage('operands without an operator', start);
}

function tokenAt(stream: string, at: number): { token: string; end: number } {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(stream)?.[0];
  if (token === undefined) throw damage(`a stray ${JSON.stringify(stream.charAt(at))}`, at);
  const end = token === '(' ? stringEnd(stream, at) : at + token.length;
  return { token: stream.slice(at, end), end };
}

function stringEnd(stream: string, at: number): number {
  let depth = 0;
  for (let place = at; place < stream.length; place++) {
    const character = stream.charAt(place);
    if (character === '\\') place++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return place + 1;
  }
  throw damage('an open string', at);
}

function damage(what: string, at: number): Error {
  return new Error(`a content stream has ${what} at ${at}`);
}

/** The bytes (one character each) of a string operand, in either way of writing it. */
export function stringBytes(token: string): string {
  if (token.startsWith('<')) {
    const digits = token.replace(/[^\da-fA-F]/g, '');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
  }
  return token.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 255);
    return ESCAPES[code] ?? code;
  });
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

/** The strings within an operand: of `[(a) -20 <41>] TJ` both, of `(a) Tj` the one. */
export function stringsIn(operand: string): string[] {
  const strings: string[] = [];
  for (let at = 0; at < operand.length;) {
    if (operand.charAt(at) === '[' || operand.charAt(at) === ']') {
      at++;
      continue;
    }
    const { token, end } = tokenAt(operand, at);
    if (token.startsWith('(') || /^<[^<]/.test(token)) strings.push(stringBytes(token));
    at = end;
  }
  return strings;
}
