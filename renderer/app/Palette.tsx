/** The palette: every command and every cable, by a few letters. */
import { useState } from 'react';
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
import { useOverlays } from '../state/overlays.ts';
import { say } from '../words/say.ts';
import { writtenKey } from './keys.ts';
import { useFindings } from './use-findings.ts';
import type { Findings } from './use-findings.ts';
import { onMac } from './use-shortcuts.ts';

const close = (): void => useOverlays.setState({ palette: false });

function Found({ found }: { found: Findings }) {
  const { fitting, own, cables, choose } = found;
  return (
    <Menu
      className="menu"
      aria-label={say('palette.title')}
      onAction={key => {
        close();
        choose(String(key));
      }}
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
      {own.length === 0 ? null : (
        <MenuSection>
          <Header className="menu-header">{say('palette.own')}</Header>
          {own.map(({ key, name, kind }) => (
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
  const found = useFindings(words, close);
  return (
    // A press that comes before the cables that were typed is not meant for those that are still shown.
    <div onKeyDownCapture={found.onKeyDown} role="presentation">
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField className="palette-field" aria-label={say('palette.field')} autoFocus>
          <Input placeholder={say('palette.field')} />
        </SearchField>
        <div className="palette-scroll" tabIndex={0}>
          <Found found={found} />
        </div>
      </Autocomplete>
    </div>
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
