/** The addressees of the header: `RUEHTV/AMEMBASSY TEL AVIV PRIORITY 0131`, collectives and who is left out of them. */
import type { Recipient } from '../record.ts';
import { slipsBetween } from './nearest-name.ts';
import { knownPost } from './posts.ts';

const PRECEDENCES = ['IMMEDIATE', 'PRIORITY', 'ROUTINE', 'FLASH'];
// Two stations may share a line: `RUEHC/RUEHTV/AMEMBASSY TEL AVIV` is one addressee with two routes.
// ZEN in a route's place: the addressee is served another way.
const ROUTE = /^((?:(?:R[A-Z]{3,7}|ZEN) ?\/ ?)+)/;
const NEXT_ROUTE = /\s{1,40}(?=(?:R[UH][A-Z]{2,6}|ZEN)\/[A-Z])/;
const DEBRIS =
  /^(?:PAGE \d|P \d{6}Z|[A-Z ]*SECTION \d|(?:[A-Z] ){4,}|UNCLAS|LIMITED OFFICIAL USE|CONFIDENTIAL\b|SECRET\b|BT\b|NNNN|#\d{4}|ZN[YR] |ZZH|[ZOPR](?: [ZOPR])? \d{6}Z|-{2,}|_{2,}|[A-Z][A-Z .'-]{1,30} \d{4,8} \d{3}(?:\.\d)? OF \d{3})/;
const NUMBER = /\s+(\d{1,7})[\s.]*$/;

/**
 * Reads addressees out of the lines behind `TO` or `INFO`. A line `XMT ...` excludes posts from the collective above it;
 * lines without a route that follow go on excluding.
 */
export function readRecipients(lines: readonly string[]): Recipient[] {
  const recipients: Recipient[] = [];
  let excluding = false;
  for (const line of lines.flatMap(line => line.split(NEXT_ROUTE))) {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text === '' || DEBRIS.test(text)) continue;
    const last = recipients.at(-1);
    const exclusion = /^XMT\b ?(.*)$/.exec(text);
    if (last !== undefined && continueLast(last, text)) continue;
    if (exclusion !== null && last !== undefined) {
      excluding = true;
      last.excluded.push(...excludedNames(exclusion[1] ?? ''));
    } else if (excluding && last !== undefined && continuesExclusion(text)) {
      last.excluded.push(...excludedNames(text));
    } else {
      excluding = false;
      const inline = text.split(/ XMT /);
      const recipient = readRecipient(inline[0] ?? '');
      if (recipient !== null) {
        recipient.excluded.push(...inline.slice(1).flatMap(excludedNames));
        recipients.push(recipient);
      }
    }
  }
  return recipients;
}

/** No post's name is longer, its words of address included. */
const LONGEST_NAME = 80;

/** A line may break before the precedence, or inside the name of a post: `AMEMBASSY TEL` and `AVIV 12`. */
function continueLast(last: Recipient, text: string): boolean {
  if (last.precedence !== null || last.number !== null || last.excluded.length > 0) return false;
  if (ROUTE.test(text)) return false;
  const rest = readAddress(text);
  if (rest.name === '' && rest.precedence === null) return false;
  if (rest.name !== '') {
    const name = `${last.name} ${rest.name}`;
    if (!/[A-Z]/.test(rest.name) || name.length > LONGEST_NAME) return false;
    const own = knownPost(lettersIn(last.name));
    const whole = knownPost(lettersIn(name));
    // HO CHI MINH and CITY: what the first line names is already that post.
    if (whole === null || (own !== null && own !== whole) || knownPost(lettersIn(rest.name)) !== null)
      return false;
    last.name = name;
  }
  last.precedence = rest.precedence;
  last.number = rest.number;
  return true;
}

function lettersIn(name: string): string {
  return name.replace(/[^A-Z]/g, '');
}

function continuesExclusion(text: string): boolean {
  return (
    !text.includes('/') && !/\d$/.test(text) && !/\bCOLLECTIVE\b/.test(text) && precedenceAtEnd(text) === null
  );
}

function excludedNames(text: string): string[] {
  return text
    .split(/,| XMT /)
    .map(name => name.trim())
    .filter(name => name !== '');
}

function readRecipient(text: string): Recipient | null {
  const route = ROUTE.exec(text);
  const address = readAddress(text.slice(route?.[0].length ?? 0).trim());
  if (!/[A-Za-z]/.test(address.name)) return null;
  return {
    route: route === null ? null : (route[1] ?? '').replace(/ ?\/ ?$/, '').replace(/ /g, ''),
    ...address,
    excluded: [],
  };
}

/** A name apart from the precedence and the number behind it; the name may be ''. */
function readAddress(text: string): Pick<Recipient, 'name' | 'precedence' | 'number'> {
  const digits = NUMBER.exec(text);
  const name = digits === null ? text : text.slice(0, digits.index).trim();
  const ending = precedenceAtEnd(name);
  return {
    name: ending?.name ?? name,
    precedence: ending?.precedence ?? null,
    number: digits?.[1] ?? null,
  };
}

const known = new Map<string, string | null>();
const MOST_KNOWN = 2000;

/** The precedence that a word is or, by one or two slips, stands for; remembered, as the same posts come again. */
function precedenceOf(word: string): string | null {
  let precedence = known.get(word);
  if (precedence === undefined) {
    const near = (name: string): boolean => word.length > 4 && slipsBetween(word, name, 2) <= 2;
    precedence = PRECEDENCES.find(name => name === word || near(name)) ?? null;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, precedence);
  }
  return precedence;
}

/** The precedence that ends a line, slips of the key forgiven (`PIORITY`); `NIACT IMMEDIATE` is one precedence. */
function precedenceAtEnd(text: string): { name: string; precedence: string } | null {
  const found = /^(.*?) ?(\bNIACT\b ?)?\b([A-Z]{4,10})$/.exec(text.slice(-200));
  if (found === null) return null;
  const [, , niact, word = ''] = found;
  const precedence = precedenceOf(word);
  if (precedence === null) return null;
  const length = word.length + (niact?.length ?? 0);
  return {
    name: text.slice(0, text.length - length).trim(),
    precedence: niact === undefined ? precedence : `NIACT ${precedence}`,
  };
}
