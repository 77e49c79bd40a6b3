/** The runs of a block: references, tags and captions live, redactions shown, debris folded. */
import { inEnglish } from '../../words/in-english.ts';
import { Fragment } from 'react';
import { go } from '../../state/navigation.ts';
import { askFor } from '../../state/search.ts';
import { language, say } from '../../words/say.ts';
import { standsFor } from './Explanation.tsx';
import { joinedParts } from './joins.ts';
import type { ShownRun } from './lead.ts';
import { ReferenceLink } from './ReferenceLink.tsx';
import { pieceOf } from './text-places.ts';

const find = (query: string): void => {
  askFor(query);
  go({ room: 'search' });
};

/** A word that asks the archive for others of its kind. */
function Asking({ run, field }: { run: ShownRun; field: 'tag' | 'caption' }) {
  const { target } = run;
  if (target === null) return run.text;
  const value = /^[\p{L}\p{N}]+$/u.test(target) ? target : `"${target}"`;
  return (
    <button
      type="button"
      className={`run-${field}`}
      onClick={() => find(`${field}:${value}`)}
      {...standsFor({ kind: field, code: target })}
    >
      {run.text}
    </button>
  );
}

/** Text with a mark where each line break was joined. The mark is no text, so that nothing else counts it. */
function Joined({ run, body }: { run: ShownRun; body: string }) {
  const parts = joinedParts(body, run);
  return parts.map((part, at) => (
    <Fragment key={at}>
      {part}
      {at === parts.length - 1 ? null : (
        <span className="join" role="img" lang={language()} aria-label={say('changes.joined')} />
      )}
    </Fragment>
  ));
}

function Debris({ run, open }: { run: ShownRun; open: boolean }) {
  if (open) {
    return (
      <span className="debris-open" title={say('changes.debris')} {...pieceOf(run)}>
        {run.text}
      </span>
    );
  }
  return (
    <details className="run-debris">
      <summary aria-label={say('reader.folded', { count: 1 })}>⋯</summary>
      <code {...inEnglish} {...pieceOf(run)}>
        {run.text}
      </code>
    </details>
  );
}

function Shown({ run, cable, body }: { run: ShownRun; cable: string; body: string | null }) {
  switch (run.kind) {
    case 'redaction': {
      const count = run.text.replaceAll(/\s/g, '').length;
      return (
        <span
          className="redaction"
          role="img"
          lang={language()}
          aria-label={say('reader.redaction', { count })}
        >
          {run.text}
        </span>
      );
    }
    case 'reference':
      if (run.target === null || run.target === cable) return run.text;
      return <ReferenceLink id={run.target}>{run.text}</ReferenceLink>;
    case 'tag':
    case 'caption':
      return <Asking run={run} field={run.kind} />;
    case 'text':
    case 'debris':
      return body === null ? run.text : <Joined run={run} body={body} />;
  }
}

interface Props {
  runs: readonly ShownRun[];
  cable: string;
  /** the exact text, where what was changed in it is to be shown; else null */
  body: string | null;
  /** the rule under a heading is told by its type */
  hideDebris?: boolean;
}

export function Runs({ runs, cable, body, hideDebris = false }: Props) {
  return runs
    .filter(run => !(hideDebris && body === null && run.kind === 'debris'))
    .map(run =>
      run.kind === 'debris' ? (
        <Debris key={run.start} run={run} open={body !== null} />
      ) : (
        <span key={run.start} {...inEnglish} {...pieceOf(run)}>
          <Shown run={run} cable={cable} body={body} />
        </span>
      ),
    );
}
