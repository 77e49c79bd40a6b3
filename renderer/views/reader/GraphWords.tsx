/** The cable that the keys are on in the graph, in full, with what can be done. */
import { Button } from 'react-aria-components';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { GraphNode } from './graph-of.ts';

interface Props {
  node: GraphNode;
  onOpen: () => void;
  /** null for the one that is in the middle */
  onCentre: (() => void) | null;
}

export function GraphWords({ node, onOpen, onCentre }: Props) {
  const { id, subject, created, origin, here } = node;
  const facts = [id, ...(origin === null ? [] : [origin]), ...(created === null ? [] : [shortDate(created)])];
  return (
    <div className="graph-words">
      <p className="graph-title">{here ? (subject ?? say('cable.noSubject')) : say('graph.missing')}</p>
      <p className="quiet">{facts.join(' · ')}</p>
      <div className="graph-acts">
        <Button className="button" onPress={onOpen}>
          {say('graph.openIt')}
          <kbd>↵</kbd>
        </Button>
        {onCentre === null ? null : (
          <Button className="button button-quiet" onPress={onCentre}>
            {say('graph.centreOn')}
          </Button>
        )}
      </div>
    </div>
  );
}
