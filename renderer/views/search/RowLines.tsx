/** A result as lines: its subject first, then where and when, and the passage that was hit. */
import { Marked } from '../../components/Marked.tsx';
import { Marking } from '../../components/Marking.tsx';
import { shortDate } from '../../words/figures.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import { ReadSign } from '../dossiers/ReadSign.tsx';
import type { SearchHit } from '../../../preload/contract/index.ts';

export function RowLines({ hit }: { hit: SearchHit }) {
  return (
    <>
      <span className="row-subject" {...(hit.subject === null ? {} : inEnglish)}>
        {hit.subject ?? say('cable.noSubject')}
      </span>
      <span className="row-line">
        <span className="row-id">{hit.id}</span>
        <span className="row-origin">{hit.origin}</span>
        <span className="row-date">
          {hit.created === null ? say('cable.undated') : shortDate(hit.created)}
        </span>
        {hit.classification === null ? null : <Marking text={hit.classification} />}
        {hit.partial === true ? <span className="row-note">{say('cable.partial')}</span> : null}
        {hit.redacted === true ? <span className="row-note">{say('cable.redacted')}</span> : null}
        {hit.versions > 1 ? (
          <span className="row-note">{say('cable.versions', { count: hit.versions })}</span>
        ) : null}
        <ReadSign id={hit.id} />
      </span>
      {hit.snippet === null ? null : (
        <span className="row-snippet" {...inEnglish}>
          <Marked text={hit.snippet.text} hits={hit.snippet.hits} />
        </span>
      )}
    </>
  );
}
