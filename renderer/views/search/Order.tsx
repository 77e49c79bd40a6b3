/** The order of the results. */
import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { asksForWords, sortFor, sorts } from '../../state/question.ts';
import { setSort, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';

export function Order() {
  const question = useSearch(state => state.question);
  const sort = sortFor(question);
  const offered = asksForWords(question.query) ? sorts : sorts.filter(one => one !== 'relevance');
  return (
    <MenuTrigger>
      <Button className="button-link order" aria-label={say('search.order', { order: say(`sort.${sort}`) })}>
        {say(`sort.${sort}`)}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          selectionMode="single"
          selectedKeys={[sort]}
          disallowEmptySelection
          onAction={key => setSort(sorts.find(one => one === key) ?? 'relevance')}
        >
          {offered.map(one => (
            <MenuItem key={one} id={one} className="menu-item">
              {say(`sort.${one}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
