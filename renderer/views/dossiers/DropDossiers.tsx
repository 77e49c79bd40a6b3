/** While cables are dragged, the dossiers wait at the left edge of the room; in their own room they are there already. */
import { useEffect, useState } from 'react';
import { DropZone, Text } from 'react-aria-components';
import { addDossier, addToDossier, useDossiers } from '../../state/dossiers.ts';
import { useNavigation } from '../../state/navigation.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { cableType, droppedCables } from './drag-types.ts';

const carriesCables = (event: DragEvent): boolean => event.dataTransfer?.types.includes(cableType) ?? false;

/** Whether cables are being dragged by the pointer. */
function useCableDrag(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = (event: DragEvent): void => {
      // The browser gives a drag up when the page changes before it has begun.
      if (carriesCables(event)) timer = setTimeout(() => setDragging(true));
    };
    const end = (): void => {
      clearTimeout(timer);
      // The drop itself comes before this, but is read a moment later.
      timer = setTimeout(() => setDragging(false));
    };
    window.addEventListener('dragstart', start);
    window.addEventListener('dragend', end);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragstart', start);
      window.removeEventListener('dragend', end);
    };
  }, []);
  return dragging;
}

function Target({ name, note, onCables }: { name: string; note: string; onCables: (ids: string[]) => void }) {
  return (
    <DropZone
      className="drop-dossier"
      getDropOperation={types => (types.has(cableType) ? 'copy' : 'cancel')}
      onDrop={({ items }) => void droppedCables(items).then(({ cables }) => onCables(cables))}
    >
      <Text slot="label" className="dossier-name-text">
        {name}
      </Text>
      <span className="facet-count">{note}</span>
    </DropZone>
  );
}

export function DropDossiers() {
  const dragging = useCableDrag();
  const dossiers = useDossiers();
  const room = useNavigation(state => state.place.room);
  if (!dragging || room === 'dossiers') return null;
  return (
    <section className="drop-dossiers" aria-label={say('dossier.dropHere')}>
      <p className="drop-dossiers-title">{say('dossier.dropHere')}</p>
      {dossiers.map(({ id, name, cables }) => (
        <Target
          key={id}
          name={name}
          note={count(cables.length)}
          onCables={ids => void addToDossier(id, ids)}
        />
      ))}
      <Target
        name={say('dossier.dropNew')}
        note="+"
        onCables={ids => void addDossier(say('dossier.dropNew'), ids)}
      />
    </section>
  );
}
