/** The palette: every command and every cable, by a few letters. */
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Header,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { call, jobName } from '../api.ts';
import { go } from '../state/navigation.ts';
import { useOverlays } from '../state/overlays.ts';
import { say } from '../words/say.ts';
import { commands, runCommand } from './commands.ts';
import { useOwnWork } from './use-own-work.ts';
import { writtenKey } from './keys.ts';
import { fits } from './fits.ts';
import { onMac } from './use-shortcuts.ts';
import type { SearchHit } from '../../preload/contract/index.ts';

const close = (): void => useOverlays.setState({ palette: false });
const job = jobName('palette', true);
const none: readonly SearchHit[] = [];

/** A few cables that fit what is typed; the last ones stay until the next are there. */
function useCables(words: string): readonly SearchHit[] {
  const [hits, setHits] = useState(none);
  useEffect(() => {
    if (words.trim() === '') return undefined;
    let newest = true;
    const timer = setTimeout(() => {
      const request = { query: words, limit: 6, snippets: false };
      void call('search.run', { job, request }).then(result => {
        if (newest && result.ok) setHits(result.value.results);
      });
    }, 80);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [words]);
  return words.trim() === '' ? none : hits;
}

function Found({ words }: { words: string }) {
  const cables = useCables(words);
  const fitting = commands.filter(one => (one.when?.() ?? true) && fits(say(one.label), words));
  const own = useOwnWork(words);
  const choose = (key: string): void => {
    close();
    if (own.choose(key)) return;
    if (key.startsWith('cable:')) go({ room: 'cable', id: key.slice('cable:'.length), paragraph: null });
    else runCommand(key);
  };
  return (
    <Menu
      className="menu"
      aria-label={say('palette.title')}
      onAction={key => choose(String(key))}
      renderEmptyState={() => <p className="quiet palette-none">{say('palette.none')}</p>}
    >
      {fitting.length === 0 ? null : (
        <MenuSection>
          <Header className="menu-header">{say('palette.title')}</Header>
          {fitting.map(command => (
            <MenuItem key={command.id} id={command.id} className="menu-item" textValue={say(command.label)}>
              {say(command.label)}
              {command.keys.slice(0, 1).map(key => (
                <kbd key={key}>{writtenKey(key, onMac())}</kbd>
              ))}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {own.found.length === 0 ? null : (
        <MenuSection>
          <Header className="menu-header">{say('palette.own')}</Header>
          {own.found.map(({ key, name, kind }) => (
            <MenuItem key={key} id={key} className="menu-item" textValue={name}>
              <span className="palette-cable">{name}</span>
              <span className="picker-note">{say(kind)}</span>
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {cables.length === 0 ? null : (
        <MenuSection>
          <Header className="menu-header">{say('palette.cables')}</Header>
          {cables.map(hit => (
            <MenuItem key={hit.id} id={`cable:${hit.id}`} className="menu-item" textValue={hit.id}>
              <span className="palette-cable">
                <span className="mono">{hit.id}</span> {hit.subject}
              </span>
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}

/** What is typed lasts as long as the palette is open. */
function Finder() {
  const [words, setWords] = useState('');
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField className="palette-field" aria-label={say('palette.field')} autoFocus>
        <Input placeholder={say('palette.field')} />
      </SearchField>
      <div className="palette-scroll" tabIndex={0}>
        <Found words={words} />
      </div>
    </Autocomplete>
  );
}

export function Palette() {
  const open = useOverlays(state => state.palette);
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isOpen={open}
      isDismissable
      onOpenChange={palette => useOverlays.setState({ palette })}
    >
      <Modal className="modal modal-palette">
        <Dialog className="dialog" aria-label={say('palette.title')}>
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
