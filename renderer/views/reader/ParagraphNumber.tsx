/**
 * A paragraph's number in the margin; a press copies a link to the paragraph. A plain button: a long cable has hundreds of them.
 */
import { copy } from '../../state/clipboard.ts';
import { say } from '../../words/say.ts';
import type { Lead } from './lead.ts';

export function ParagraphNumber({ lead, number, id }: { lead: Lead; number: number | null; id: string }) {
  if (number === null) return null;
  const link = `valise://${id}/${number}`;
  return (
    <button
      type="button"
      className="paragraph-number"
      aria-label={say('reader.paragraphLink', { number })}
      onClick={() => void copy(link, say('reader.linkCopied', { number }))}
    >
      {lead.number === '' ? `${number}.` : lead.number}
    </button>
  );
}
