/** HTML that is safe by construction: whatever is put into a template is escaped, unless it is markup itself. */

/** A piece of HTML. Made by the `markup` template only. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | number | Markup | null | readonly Content[];

/** Builds markup. Strings and numbers are escaped, lists joined, null leaves nothing. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + markupOf(contents[index] ?? null)).join(''));
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(markupOf).join('');
}

/** A text as HTML, in an element as in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A text as a CSS string, quotes included: everything but plain letters is escaped, so none can end it or the style. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 .,:/()-]/gu,
    character => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
