/** What the marks of the changes mean, above the text that shows them. */
import { say } from '../../words/say.ts';
import type { Reading } from '../../../preload/contract/index.ts';

export function ChangesLegend({ changes }: { changes: Reading['changes'] }) {
  const { joinedLines, foldedDebris } = changes;
  return (
    <p className="changes-legend">
      <span>
        <span className="join" aria-hidden="true" /> {say('changes.joinedCount', { count: joinedLines })}
      </span>
      <span>
        <span className="debris-open">{say('changes.sample')}</span>{' '}
        {say('changes.foldedCount', { count: foldedDebris })}
      </span>
      <span>{say('changes.rest')}</span>
    </p>
  );
}
