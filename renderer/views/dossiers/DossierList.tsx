/** All dossiers in the person's order. Cables are dropped onto one; a dossier is dragged to its place, or moved by Alt and the arrows. */
import { GripVertical } from 'lucide-react';
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { Dossier } from '../../../preload/contract/index.ts';
import { addToDossier, moveToDossier, placeDossier } from '../../state/dossiers.ts';
import { go } from '../../state/navigation.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { cableType, dossierType, droppedCables } from './drag-types.ts';
import { placeBeside, placeFor } from './move.ts';
import { moveKeys } from './move-keys.ts';

export function DossierList({ dossiers, shown }: { dossiers: readonly Dossier[]; shown: string | null }) {
  const ids = dossiers.map(({ id }) => id);
  const nameOf = (id: string): string => dossiers.find(one => one.id === id)?.name ?? '';
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys =>
      [...keys].map(key => ({ [dossierType]: String(key), 'text/plain': nameOf(String(key)) })),
    acceptedDragTypes: [cableType, dossierType],
    onReorder: ({ keys, target }) => {
      const moved = new Set([...keys].map(String));
      const [first] = moved;
      if (first === undefined || target.dropPosition === 'on') return;
      const at = placeFor(ids, moved, String(target.key), target.dropPosition);
      if (at !== null) void placeDossier(first, at);
    },
    onItemDrop: ({ items, target, dropOperation }) => {
      const to = String(target.key);
      void droppedCables(items).then(({ cables, from }) =>
        from === null || dropOperation === 'copy'
          ? addToDossier(to, cables)
          : moveToDossier(from, to, cables),
      );
    },
    shouldAcceptItemDrop: (_, types) => types.has(cableType),
  });
  const keys = moveKeys(async (id, step) => {
    const at = placeBeside(ids, id, step);
    if (at !== null) await placeDossier(id, at);
  });
  return (
    <div className="dossier-names-scroll" onKeyDownCapture={keys}>
      <GridList
        aria-label={say('dossier.list')}
        className="dossier-names"
        items={dossiers}
        dependencies={[shown]}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        onAction={key => go({ room: 'dossiers', id: String(key) })}
      >
        {dossier => (
          <GridListItem
            id={dossier.id}
            textValue={say('dossier.count', { name: dossier.name, count: dossier.cables.length })}
            className={dossier.id === shown ? 'dossier-name dossier-name-shown' : 'dossier-name'}
          >
            <Button
              slot="drag"
              className="grip"
              aria-label={say('dossier.moveDossier', { name: dossier.name })}
            >
              <GripVertical size={14} aria-hidden="true" />
            </Button>
            <span className="dossier-name-text">{dossier.name}</span>
            <span className="facet-count">{count(dossier.cables.length)}</span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
