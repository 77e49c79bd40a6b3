/** An archive that was open before: what it is, where it lies, whether it is there, and what can be done with it. */
import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { longDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { RecentArchive } from '../../../preload/contract/index.ts';

export interface RecentActions {
  open: (readOnly: boolean) => void;
  forget: () => void;
}

function facts({ cables, opened, isOpen }: RecentArchive): string {
  const parts = [
    ...(cables === null ? [] : [say('count.cables', { count: cables })]),
    isOpen ? say('library.isOpen') : say('library.opened', { date: longDate(opened) }),
  ];
  return parts.join(' · ');
}

export function RecentRow({ one, actions }: { one: RecentArchive; actions: RecentActions }) {
  const canOpen = one.exists && !one.isOpen;
  return (
    <li className="recent">
      <span className="recent-name">
        <span className="archive-name">{one.name}</span>
        <span className="quiet archive-place" title={one.place}>
          {one.place}
        </span>
      </span>
      <span className="quiet recent-facts">{one.exists ? facts(one) : say('library.gone')}</span>
      <span className="recent-actions">
        {canOpen ? (
          <Button
            className="button-link"
            aria-label={`${say('library.open')}: ${one.name}`}
            onPress={() => actions.open(false)}
          >
            {say('library.open')}
          </Button>
        ) : null}
        <MenuTrigger>
          <Button className="icon-button" aria-label={say('library.more', { name: one.name })}>
            <Ellipsis size={15} aria-hidden="true" />
          </Button>
          <Popover className="popover" placement="bottom end">
            <Menu
              className="menu"
              onAction={key => (key === 'forget' ? actions.forget() : actions.open(true))}
              disabledKeys={one.exists ? [] : ['reading']}
            >
              <MenuItem id="reading" className="menu-item">
                {say('library.openReading')}
              </MenuItem>
              <MenuItem id="forget" className="menu-item">
                {say('library.forget')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </span>
    </li>
  );
}
