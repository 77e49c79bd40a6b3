/**
 * A paragraph's number in the margin; a press copies a link to the paragraph. A plain button, and no stop of the Tab key: a
 * long cable has hundreds of them. By keyboard a link is copied from the paragraph itself.
 */
import { copy } from '../../state/clipboard.ts';
import { say } from '../../words/say.ts';
import type { Lead } from './lead.ts';
import { pieceOf } from './text-places.ts';

/** Puts a link to a paragraph on the clipboard. */
export function copyParagraphLink(id: string, number: number): Promise<void> {
  return copy(`valise://${id}/${number}`, say('reader.linkCopied', { number }));
}

export function ParagraphNumber({ lead, number, id }: { lead: Lead; number: number | null; id: string }) {
  if (number === null) return null;
  const written = lead.number;
  return (
    <button
      type="button"
      className="paragraph-number"
      tabIndex={-1}
      aria-label={say('reader.paragraphLink', { number })}
      onClick={() => void copyParagraphLink(id, number)}
      {...(written === null ? {} : pieceOf(written))}
    >
      {written === null ? `${number}.` : written.text}
    </button>
  );
}
