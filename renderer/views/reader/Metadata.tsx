/** The fields as the source's own page has them, and nothing that it doesn't say. */
import type { ReactNode } from 'react';
import { go } from '../../state/navigation.ts';
import { askFor } from '../../state/search.ts';
import { dateAndTime } from '../../words/figures.ts';
import type { WordKey } from '../../words/en.ts';
import { say } from '../../words/say.ts';
import { standsFor } from './Explanation.tsx';
import type { ShownCable } from '../../../preload/contract/index.ts';

function Row({ label, children }: { label: WordKey; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{say(label)}</th>
      <td>{children}</td>
    </tr>
  );
}

/** The words of the link to the source, and its address where the copy has one: shown, never followed. */
function SourceLink({ published }: { published: ShownCable['published'] }) {
  const words = published['link'];
  const address = published['address'];
  if (words === undefined && address === undefined) return null;
  return (
    <Row label="meta.source">
      {words}
      <span className="meta-address">{address ?? say('meta.noAddress')}</span>
    </Row>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  const find = (tag: string): void => {
    askFor(`tag:${/^[\p{L}\p{N}]+$/u.test(tag) ? tag : `"${tag}"`}`);
    go({ room: 'search' });
  };
  return tags.map(tag => (
    <button
      key={tag}
      type="button"
      className="tag"
      onClick={() => find(tag)}
      {...standsFor({ kind: 'tag', code: tag })}
    >
      {tag}
    </button>
  ));
}

/** The source's own sentence where it has one; else what the record knows. */
function redactedText({ published, redacted }: ShownCable): string {
  const said = published['redaction'];
  if (said !== undefined) return said;
  if (redacted === null) return say('meta.unknown');
  return say(redacted ? 'meta.redactedYes' : 'meta.redactedNo');
}

export function Metadata({ cable }: { cable: ShownCable }) {
  const { published, classification, textClassification } = cable;
  const differs = textClassification !== null && textClassification !== classification;
  return (
    <>
      <table className="metadata" aria-label={say('meta.table')}>
        <tbody>
          <Row label="meta.identifier">
            <span className="mono">{cable.id}</span>
          </Row>
          <SourceLink published={published} />
          <Row label="meta.origin">{cable.origin ?? say('meta.notGiven')}</Row>
          <Row label="meta.created">
            {cable.created === null ? say('meta.notGiven') : dateAndTime(cable.created)}
          </Row>
          {cable.released === null ? null : <Row label="meta.released">{dateAndTime(cable.released)}</Row>}
          <Row label="meta.classification">
            {classification ?? say('meta.notGiven')}
            {differs ? (
              <span className="meta-address">{say('meta.inText', { marking: textClassification })}</span>
            ) : null}
          </Row>
          <Row label="meta.tags">
            {cable.tags.length === 0 ? say('meta.notGiven') : <Tags tags={cable.tags} />}
          </Row>
          <Row label="meta.redacted">{redactedText(cable)}</Row>
        </tbody>
      </table>
      {cable.partial === true ? (
        <p className="partial-notice">{published['completeness'] ?? say('meta.partialYes')}</p>
      ) : null}
    </>
  );
}
