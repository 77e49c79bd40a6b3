/** The one bar: rooms, then the cables that are open, then what is always at hand. */
import { Command, Plus, Type, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '../components/IconButton.tsx';
import { useArchive } from '../state/archive.ts';
import { chooseAndImport } from '../state/importing.ts';
import { useNavigation } from '../state/navigation.ts';
import { useOverlays } from '../state/overlays.ts';
import { hashOf } from '../state/place.ts';
import type { Place } from '../state/place.ts';
import { closeTab, useTabs } from '../state/tabs.ts';
import type { Tab } from '../state/tabs.ts';
import { say } from '../words/say.ts';
import { carryCables } from '../views/dossiers/drag-types.ts';
import { Appearance } from './Appearance.tsx';
import { writtenKey } from './keys.ts';
import { onMac } from './use-shortcuts.ts';

const rooms: readonly { place: Place; label: 'room.library' | 'room.search' | 'room.dossiers' }[] = [
  { place: { room: 'library' }, label: 'room.library' },
  { place: { room: 'search' }, label: 'room.search' },
  { place: { room: 'dossiers', id: null }, label: 'room.dossiers' },
];

/** Pages that lie within a room: they are come to from it, and it is the way back. */
const within: Partial<Record<Place['room'], Place['room']>> = { receipt: 'library', history: 'dossiers' };

/** How a room's link says that the window stands there: at the room itself, or somewhere within it. */
function currentAt(here: Place['room'], room: Place['room']): { 'aria-current'?: 'page' | 'true' } {
  if (here === room) return { 'aria-current': 'page' };
  return within[here] === room ? { 'aria-current': 'true' } : {};
}

function Rooms() {
  const here = useNavigation(state => state.place.room);
  return (
    <nav className="rooms" aria-label={say('bar.rooms')}>
      {rooms.map(room => (
        <a
          key={room.label}
          href={hashOf(room.place)}
          className="room-link"
          {...currentAt(here, room.place.room)}
        >
          {say(room.label)}
        </a>
      ))}
    </nav>
  );
}

/** Drawn anew for itself alone: as many cables as are open, opening another changes two of the tabs. */
const OpenCable = memo(function OpenCable({ id, title, isHere }: Tab & { isHere: boolean }) {
  const tab = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const here = tab.current;
    const strip = here?.closest('.tabs');
    if (!isHere || !here || !strip) return undefined;
    // The whole tab, with its close button. Told once the page is laid out, which nobody has to ask for then, and again
    // when the window or the tab gets another width.
    const sizes = new ResizeObserver(() => here.scrollIntoView({ inline: 'nearest', block: 'nearest' }));
    sizes.observe(strip);
    sizes.observe(here);
    return () => sizes.disconnect();
  }, [isHere]);
  return (
    <li ref={tab} className={isHere ? 'tab tab-current' : 'tab'}>
      <a
        href={hashOf({ room: 'cable', id, paragraph: null })}
        title={title ?? id}
        {...(isHere ? { 'aria-current': 'page' } : {})}
        onDragStart={event => carryCables(event.dataTransfer, [id])}
        onAuxClick={event => {
          if (event.button !== 1) return;
          event.preventDefault();
          closeTab(id);
        }}
      >
        {id}
      </a>
      <Button className="tab-close" aria-label={say('bar.close', { id })} onPress={() => closeTab(id)}>
        <X size={13} aria-hidden="true" />
      </Button>
    </li>
  );
});

function OpenCables() {
  const open = useTabs(state => state.open);
  const here = useNavigation(({ place }) => (place.room === 'cable' ? place.id : null));
  if (open.length === 0) return <div className="tabs" />;
  return (
    <nav className="tabs" aria-label={say('bar.tabs')}>
      <ul>
        {open.map(({ id, title }) => (
          <OpenCable key={id} id={id} title={title} isHere={id === here} />
        ))}
      </ul>
    </nav>
  );
}

function ImportMenu() {
  return (
    <MenuTrigger>
      <Button className="button button-quiet">
        <Plus size={15} aria-hidden="true" />
        {say('bar.import')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={key => void chooseAndImport(key === 'folder')}>
          <MenuItem id="files" className="menu-item">
            {say('bar.importFiles')}
            <kbd>{writtenKey('Mod+O', onMac())}</kbd>
          </MenuItem>
          <MenuItem id="folder" className="menu-item">
            {say('bar.importFolder')}
            <kbd>{writtenKey('Mod+Shift+O', onMac())}</kbd>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function Bar() {
  const info = useArchive(state => state.info);
  return (
    <header className="bar">
      <Rooms />
      <OpenCables />
      <div className="bar-end">
        {info === null || info.readOnly ? null : <ImportMenu />}
        <Appearance icon={Type} />
        <IconButton
          icon={Command}
          name={say('bar.commands')}
          keys={writtenKey('Mod+K', onMac())}
          onPress={() => useOverlays.setState({ palette: true })}
        />
      </div>
    </header>
  );
}
