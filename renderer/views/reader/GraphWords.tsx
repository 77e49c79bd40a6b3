/** The cable that the keys are on in the graph, in full, with what can be done. */
import { Button } from 'react-aria-components';
import { shortDate } from '../../words/figures.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import type { amongOthers, GraphNode } from './graph-of.ts';

type Among = ReturnType<typeof amongOthers>;

/** What a cable has to do with the others around the middle, in words; empty where it has nothing to do with them. */
export function amongWords({ cites, citedBy }: Among): string[] {
  return [
    ...(cites.length === 0 ? [] : [say('graph.alsoCites', { ids: cites.join(', ') })]),
    ...(citedBy.length === 0 ? [] : [say('graph.alsoCitedBy', { ids: citedBy.join(', ') })]),
  ];
}

interface Props {
  node: GraphNode;
  /** ids of the others in the picture that it cites, and that cite it; null where no two of them cite each other */
  among: Among | null;
  onOpen: () => void;
  /** null for the one that is in the middle */
  onCentre: (() => void) | null;
}

export function GraphWords({ node, among, onOpen, onCentre }: Props) {
  const { id, subject, created, origin, here } = node;
  const facts = [id, ...(origin === null ? [] : [origin]), ...(created === null ? [] : [shortDate(created)])];
  return (
    <div className="graph-words">
      <p className="graph-title" {...(subject === null ? {} : inEnglish)}>
        {here ? (subject ?? say('cable.noSubject')) : say('graph.missing')}
      </p>
      <p className="quiet">{facts.join(' · ')}</p>
      {among === null ? null : <p className="quiet graph-among">{amongWords(among).join(' · ')}</p>}
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
