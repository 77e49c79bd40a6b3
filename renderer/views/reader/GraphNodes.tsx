/** The cables of the graph: lists of links, each where the picture has it. One of them at a time is a stop of the Tab key. */
import { useId } from 'react';
import { hashOf } from '../../state/place.ts';
import { shortDate } from '../../words/figures.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import { amongOthers } from './graph-of.ts';
import type { GraphLink, GraphNode } from './graph-of.ts';
import { amongWords } from './GraphWords.tsx';

interface Props {
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
  /** the one that the keys are on */
  at: number;
  /** id of the cable in the middle */
  centre: string;
  onFocus: (at: number) => void;
  onOpen: (id: string) => void;
}

const sides = ['cited', 'centre', 'citing'] as const;

export function GraphNodes({ nodes, links, at, centre, onFocus, onOpen }: Props) {
  const words = useId();
  const titles = {
    cited: say('graph.cites', { id: centre }),
    centre: say('graph.centre'),
    citing: say('graph.citing', { id: centre }),
  };
  return sides.map(side => {
    const own = nodes.filter(node => node.side === side);
    if (own.length === 0) return null;
    return (
      <ul key={side} aria-label={titles[side]}>
        {own.map(node => {
          const number = nodes.indexOf(node);
          const among = amongWords(amongOthers(links, node.id)).join('; ');
          return (
            <li key={node.id} style={{ left: `${node.x}px`, top: `${node.y}px` }}>
              <a
                className={`graph-node graph-${side}${node.here ? '' : ' graph-missing'}`}
                href={hashOf({ room: 'cable', id: node.id, paragraph: null })}
                data-node={number}
                aria-describedby={among === '' ? undefined : `${words}-${number}`}
                tabIndex={number === at ? 0 : -1}
                onFocus={() => onFocus(number)}
                onClick={event => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onOpen(node.id);
                }}
              >
                <span className="graph-id">
                  {node.id}{' '}
                  <span className="graph-date">{node.created === null ? '' : shortDate(node.created)}</span>
                </span>{' '}
                <span className="graph-subject" {...(node.subject === null ? {} : inEnglish)}>
                  {node.here ? (node.subject ?? say('cable.noSubject')) : say('graph.missing')}
                </span>
              </a>
              {among === '' ? null : (
                <span hidden id={`${words}-${number}`}>
                  {among}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    );
  });
}
