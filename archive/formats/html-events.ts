/**
 * The tags and texts of a page, one after the other. htmlparser2's tokenizer alone: its parser keeps a stack of open
 * elements, and takes a day for a page that opens a million of them.
 */
import { Tokenizer } from 'htmlparser2';

export interface HtmlEvents {
  /** an opening tag; names in lower case, entities in values decoded */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** text with its entities decoded, in pieces; what stands in scripts, styles and titles is left out */
  text(data: string): void;
  close(name: string): void;
}

// Elements whose content is no text of the page.
const skipped = new Set(['script', 'style', 'title']);

/** Goes through a page, in time linear in its length. */
export function readHtml(html: string, events: HtmlEvents): void {
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let inside: string | null = null;
  const opened = () => {
    if (inside === null) events.open(name, attributes);
    if (skipped.has(name)) inside ??= name;
  };
  const text = (data: string) => {
    if (inside === null) events.text(data);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const closed = html.slice(start, end).toLowerCase();
        if (inside === closed) inside = null;
        else if (inside === null) events.close(closed);
      },
      ontext(start, end) {
        text(html.slice(start, end));
      },
      ontextentity(codepoint) {
        text(String.fromCodePoint(codepoint));
      },
      oncdata(start, end) {
        text(html.slice(start, end));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
