/** The order of the results. */
import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { sortFor } from '../../state/question.ts';
import { setSort, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import type { Sort } from '../../../preload/contract/index.ts';

const sorts: readonly Sort[] = [
  'relevance',
  'date',
  '-date',
  'origin',
  '-origin',
  'id',
  'subject',
  'classification',
];

export function Order() {
  const question = useSearch(state => state.question);
  const sort = sortFor(question);
  const offered = question.query.trim() === '' ? sorts.filter(one => one !== 'relevance') : sorts;
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
