/** The runs of a block: references, tags and captions live, redactions shown, debris folded. */
import { Button } from 'react-aria-components';
import { go } from '../../state/navigation.ts';
import { askFor } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { Explained } from './Explained.tsx';
import { ReferenceLink } from './ReferenceLink.tsx';
import type { Run } from '../../../preload/contract/index.ts';

const find = (query: string): void => {
  askFor(query);
  go({ room: 'search' });
};

/** A word that asks the archive for others of its kind. */
function Asking({ run, field }: { run: Run; field: 'tag' | 'caption' }) {
  const { target } = run;
  if (target === null) return run.text;
  const value = /^[\p{L}\p{N}]+$/u.test(target) ? target : `"${target}"`;
  return (
    <Explained term={{ kind: field, code: target }}>
      <Button className={`run-${field}`} onPress={() => find(`${field}:${value}`)}>
        {run.text}
      </Button>
    </Explained>
  );
}

function RunView({ run, cable }: { run: Run; cable: string }) {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'redaction': {
      const count = run.text.replaceAll(/\s/g, '').length;
      return (
        <span className="redaction" role="img" aria-label={say('reader.redaction', { count })}>
          {run.text}
        </span>
      );
    }
    case 'reference':
      return run.target === null || run.target === cable ? (
        run.text
      ) : (
        <ReferenceLink id={run.target}>{run.text}</ReferenceLink>
      );
    case 'tag':
    case 'caption':
      return <Asking run={run} field={run.kind} />;
    case 'debris':
      return (
        <details className="run-debris">
          <summary aria-label={say('reader.folded', { count: 1 })}>⋯</summary>
          <code>{run.text}</code>
        </details>
      );
  }
}

interface Props {
  runs: readonly Run[];
  cable: string;
  /** the rule under a heading is told by its type */
  hideDebris?: boolean;
}

export function Runs({ runs, cable, hideDebris = false }: Props) {
  return runs
    .filter(run => !(hideDebris && run.kind === 'debris'))
    .map(run => <RunView key={run.start} run={run} cable={cable} />);
}
