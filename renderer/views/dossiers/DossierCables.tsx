/**
 * The cables of a dossier: opened by Enter or a double click, dragged to another place or to another dossier, taken out by
 * Delete. Cables from elsewhere are dropped between them.
 */
import { useEffect, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer, useDragAndDrop } from 'react-aria-components';
import type { Selection } from 'react-aria-components';
import { addToDossier, moveToDossier, placeInDossier, removeFromDossier } from '../../state/dossiers.ts';
import { useChosenRows } from '../../state/in-hand.ts';
import { go } from '../../state/navigation.ts';
import { useSummaries } from '../../state/summaries.ts';
import { say } from '../../words/say.ts';
import type { Dossier } from '../../../preload/contract/index.ts';
import { DossierRow } from './DossierRow.tsx';
import { cableType, droppedCables, fromType } from './drag-types.ts';
import { placeBeside, placeFor } from './move.ts';
import { moveKeys, rowOf } from './move-keys.ts';

/** A longer list draws only the rows that are in sight. */
const longList = 300;

export function DossierCables({ dossier }: { dossier: Dossier }) {
  const { id: dossierId, cables } = dossier;
  const known = useSummaries(state => state.known);
  // The same thing for the same list: the rows of a long one are not made anew with each remark.
  const items = useMemo(() => cables.map(id => ({ id })), [cables]);
  const [chosen, setChosen] = useState<Selection>(new Set());
  const chosenIds = useMemo(
    () => (chosen === 'all' ? cables : cables.filter(id => chosen.has(id))),
    [chosen, cables],
  );
  useEffect(() => {
    useChosenRows.setState({ ids: chosenIds });
    return () => useChosenRows.setState({ ids: [] });
  }, [chosenIds]);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys =>
      [...keys].map(key => {
        const id = String(key);
        const subject = known.get(id)?.subject;
        const text = subject === null || subject === undefined ? id : `${id} ${subject}`;
        return { [cableType]: id, [fromType]: dossierId, 'text/plain': text };
      }),
    acceptedDragTypes: [cableType],
    onReorder: ({ keys, target }) => {
      const moved = new Set([...keys].map(String));
      if (target.dropPosition === 'on') return;
      const at = placeFor(cables, moved, String(target.key), target.dropPosition);
      const inOrder = cables.filter(id => moved.has(id));
      if (at !== null) void placeInDossier(dossierId, inOrder, at);
    },
    onInsert: ({ items, target }) => {
      if (target.dropPosition === 'on') return;
      const at = placeFor(cables, new Set(), String(target.key), target.dropPosition);
      void droppedCables(items).then(dropped => addToDossier(dossierId, dropped.cables, at));
    },
    onRootDrop: ({ items }) => {
      void droppedCables(items).then(({ cables: dropped, from }) =>
        from === null ? addToDossier(dossierId, dropped) : moveToDossier(from, dossierId, dropped),
      );
    },
  });

  const move = moveKeys(async (id, step) => {
    const at = placeBeside(cables, id, step);
    if (at !== null) await placeInDossier(dossierId, [id], at);
  });
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' && event.target instanceof HTMLElement && event.target.role === 'row') {
      const row = rowOf(event.target);
      const taken = chosenIds.length > 0 ? chosenIds : row === null ? [] : [row];
      event.preventDefault();
      setChosen(new Set());
      void removeFromDossier(dossierId, taken);
    } else move(event);
  };

  const list = (
    <GridList
      aria-label={say('dossier.cables', { name: dossier.name })}
      className="dossier-cables"
      items={items}
      dependencies={[known]}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={chosen}
      onSelectionChange={setChosen}
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      onAction={key => go({ room: 'cable', id: String(key), paragraph: null })}
      renderEmptyState={() => <p className="quiet dossier-empty">{say('dossier.empty')}</p>}
    >
      {({ id }) => (
        <GridListItem id={id} textValue={`${known.get(id)?.subject ?? ''} ${id}`} className="dossier-row">
          <DossierRow id={id} dossier={dossierId} />
        </GridListItem>
      )}
    </GridList>
  );
  return (
    <div className="dossier-cables-all" onKeyDownCapture={press}>
      {cables.length > longList ? (
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 64 }}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
    </div>
  );
}
