/** Chooses a dossier for cables by a few letters, or names a new one; a dossier that has them all lets go of them. */
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { fits } from '../../app/fits.ts';
import { addDossier, addToDossier, removeFromDossier, useDossiers } from '../../state/dossiers.ts';
import { count } from '../../words/figures.ts';
import { say } from '../../words/say.ts';

const newKey = 'new';

/** Whether a dossier has all of these already; both may be a library's worth. */
function hasAll(cables: readonly string[], ids: readonly string[]): boolean {
  if (cables.length < ids.length) return false;
  const has = new Set(cables);
  return ids.every(id => has.has(id));
}

export function DossierPicker({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const [words, setWords] = useState('');
  const dossiers = useDossiers();
  const fitting = dossiers.filter(({ name }) => fits(name, words));
  const name = words.trim();
  const taken = dossiers.some(one => one.name.toLowerCase() === name.toLowerCase());
  const full = useMemo(
    () => new Set(dossiers.filter(one => hasAll(one.cables, ids)).map(({ id }) => id)),
    [dossiers, ids],
  );
  const choose = (key: string): void => {
    onDone();
    const dossier = dossiers.find(({ id }) => `dossier ${id}` === key);
    if (dossier === undefined) void addDossier(name, ids);
    else if (full.has(dossier.id)) void removeFromDossier(dossier.id, ids);
    else void addToDossier(dossier.id, ids);
  };
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField className="palette-field" aria-label={say('dossier.addField')} autoFocus>
        <Input placeholder={say('dossier.addField')} maxLength={200} />
      </SearchField>
      <div className="palette-scroll" tabIndex={0}>
        <Menu
          className="menu"
          aria-label={say('dossier.list')}
          onAction={key => choose(String(key))}
          renderEmptyState={() => <p className="quiet palette-none">{say('dossier.addNone')}</p>}
        >
          {fitting.map(one => (
            <MenuItem key={one.id} id={`dossier ${one.id}`} className="menu-item" textValue={one.name}>
              <span className="palette-cable">{one.name}</span>
              <span className="picker-note">
                {full.has(one.id) ? say('dossier.isIn') : count(one.cables.length)}
              </span>
            </MenuItem>
          ))}
          {name === '' || taken ? null : (
            <MenuItem id={newKey} className="menu-item" textValue={say('dossier.addNew', { name })}>
              {say('dossier.addNew', { name })}
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}
