/** The citations around the cable as a small picture to walk in. For screen readers it is what it draws: lists of links. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { Fault } from '../../components/Fault.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { go } from '../../state/navigation.ts';
import { useOverlays } from '../../state/overlays.ts';
import { askFor } from '../../state/search.ts';
import { setSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { amongOthers, edgeOf, graphOf, MOST_ON_A_SIDE, neighbour } from './graph-of.ts';
import { GraphNodes } from './GraphNodes.tsx';
import { GraphWords } from './GraphWords.tsx';
import { useCitations } from './use-citations.ts';
import type { Citations } from './use-citations.ts';

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

const close = (): void => useOverlays.setState({ graph: false });

function openCable(id: string): void {
  close();
  go({ room: 'cable', id, paragraph: null });
}

interface PictureProps {
  citations: Citations;
  onCentre: (id: string) => void;
}

/** The picture; drawn anew, with the focus in its middle, for each cable that is put there. */
function Picture({ citations, onCentre }: PictureProps) {
  const { centre, cited, citing, citingTotal } = citations;
  const { nodes, links, width, height } = graphOf(centre, cited, citing);
  const middle = nodes.findIndex(node => node.side === 'centre');
  const [at, setAt] = useState(middle);
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = picture.current?.querySelector<HTMLElement>(`[data-node="${at}"]`);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [picture, at]);
  const focus = setAt;
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    const node = nodes[at];
    if (event.key === ' ' && node !== undefined) {
      event.preventDefault();
      onCentre(node.id);
    }
    if (event.key === 'Home') focus(middle);
    if (!arrows.includes(event.key)) return;
    event.preventDefault();
    focus(neighbour(nodes, at, event.key));
  };
  const heart = nodes[middle];
  const shown = nodes[at] ?? heart;
  return (
    <>
      {/* The keys are the links' own, which stand in it. */}
      <div className="graph-scroll" ref={picture} onKeyDown={press} role="presentation">
        <div className="graph-picture" style={{ width: `${width}px`, height: `${height}px` }}>
          <svg width={width} height={height} aria-hidden="true">
            {/* Those around the middle first: what leads to the middle lies over them. */}
            {links.map(({ from, to }) => (
              <path
                key={`${from.id} cites ${to.id}`}
                d={edgeOf(from, to, 3)}
                className={
                  from.id === shown?.id || to.id === shown?.id ? 'graph-link graph-link-here' : 'graph-link'
                }
              />
            ))}
            {heart === undefined
              ? null
              : nodes
                  .filter(node => node.side !== 'centre')
                  .map(node => (
                    <path
                      key={`${node.side} ${node.id}`}
                      d={edgeOf(heart, node)}
                      className={node === shown ? 'graph-edge graph-edge-here' : 'graph-edge'}
                    />
                  ))}
          </svg>
          <GraphNodes
            nodes={nodes}
            links={links}
            at={at}
            centre={centre.id}
            onFocus={setAt}
            onOpen={openCable}
          />
        </div>
      </div>
      <div className="graph-foot">
        {shown === undefined ? null : (
          <GraphWords
            node={shown}
            among={links.length === 0 ? null : amongOthers(links, shown.id)}
            onOpen={() => openCable(shown.id)}
            onCentre={shown.side === 'centre' ? null : () => onCentre(shown.id)}
          />
        )}
        {cited.length > MOST_ON_A_SIDE ? (
          <Button
            className="button-link"
            onPress={() => {
              close();
              setSettings({ about: true, aboutPart: 'references' });
            }}
          >
            {say('graph.moreCited', { count: cited.length - MOST_ON_A_SIDE })}
          </Button>
        ) : null}
        {citingTotal > MOST_ON_A_SIDE ? (
          <Button
            className="button-link"
            onPress={() => {
              close();
              askFor(`ref:${centre.id}`);
              go({ room: 'search' });
            }}
          >
            {say('graph.moreCiting', { count: citingTotal - MOST_ON_A_SIDE })}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Begins at `id`; whatever is put in the middle can be gone back from. */
export function GraphView({ id }: { id: string }) {
  const [trail, setTrail] = useState<readonly string[]>([id]);
  const middle = trail.at(-1) ?? id;
  const former = trail.at(-2);
  const found = useCitations(middle);
  const [last, setLast] = useState<Citations | null>(null);
  if (found.kind === 'here' && found.value !== last) setLast(found.value);
  const citations = found.kind === 'here' ? found.value : last;
  // What is told is what is drawn, until the next is there.
  const drawn = citations?.centre.id ?? middle;
  return (
    <section className="graph" aria-label={say('graph.title', { id: drawn })}>
      <div className="graph-bar">
        <h1>{say('graph.title', { id: drawn })}</h1>
        {former === undefined ? null : (
          <Button className="button-link" onPress={() => setTrail(trail.slice(0, -1))}>
            {say('graph.back', { id: former })}
          </Button>
        )}
        <p className="quiet graph-help">{say('graph.help')}</p>
        <IconButton icon={X} name={say('graph.close')} keys="Esc" onPress={close} />
      </div>
      {found.kind === 'fault' ? <Fault fault={found.fault} again={found.again} /> : null}
      {citations === null ? null : (
        <Picture
          key={citations.centre.id}
          citations={citations}
          onCentre={next => {
            if (next !== middle) setTrail([...trail, next]);
          }}
        />
      )}
    </section>
  );
}
