/** What the readers of web pages share: entities, tags left out, and text that keeps no page alive. */
import { decodeHTMLStrict } from 'entities';

/**
 * The text of a piece of HTML as it stands: tags and comments left out, `<br>` as a line break, entities decoded, nothing
 * else changed. Linear in its length whatever stands in it.
 */
export function plainText(html: string): string {
  const text = html.includes('<') ? withoutTags(html) : html;
  if (!text.includes('&')) return text;
  // Nine of ten entities on mirror pages are this one; an escaped ampersand can't make it up (`&amp;#x000A;`).
  return decodeHTMLStrict(text.replaceAll('&#x000A;', '\n'));
}

function withoutTags(html: string): string {
  const tagClose = new Finder(html, '>');
  const commentClose = new Finder(html, '-->');
  const pieces: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const end = html.startsWith('<!--', at) ? commentClose.endAfter(at + 4) : tagClose.endAfter(at + 1);
    // A `<` that is only a character, or that nothing closes, is text: nothing behind it may be lost.
    if (end < 0 || !/[a-z/!?]/i.test(html[at + 1] ?? '')) {
      at++;
      continue;
    }
    pieces.push(html.slice(from, at));
    if (/^<br\b/i.test(html.slice(at, at + 4))) pieces.push('\n');
    from = end;
    at = end;
  }
  pieces.push(html.slice(from));
  return pieces.join('');
}

/** Finds a mark again and again from growing offsets, and looks at no part of the text twice. */
class Finder {
  readonly #text: string;
  readonly #mark: string;
  #found = -1;
  #none = false;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
  }

  /** The offset behind the next mark at or after `from`, or -1. */
  endAfter(from: number): number {
    if (this.#none) return -1;
    if (this.#found < from) this.#found = this.#text.indexOf(this.#mark, from);
    this.#none = this.#found < 0;
    return this.#none ? -1 : this.#found + this.#mark.length;
  }
}

/** A copy that shares no memory with the text it was cut from: short fields outlive long pages. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
