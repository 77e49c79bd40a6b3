/** What hands several cables over at once: their citations, a file of them, and paper. */
import { ChevronDown, Download, Printer, Quote } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { citeCables, exportCables, exportFormats } from '../state/handing-over.ts';
import { printCable } from '../state/printing.ts';
import { say } from '../words/say.ts';
import { Tool } from './Tool.tsx';

/** One cable goes to the printer as it is; several become one PDF to print. */
function print(ids: readonly string[]): void {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) void printCable('print.paper', only);
  else void exportCables(ids, 'pdf');
}

function ExportMenu({ ids }: { ids: readonly string[] }) {
  return (
    <MenuTrigger>
      <Button className="button button-quiet">
        <Download size={14} aria-hidden="true" />
        {say('mark.export')}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu">
          {exportFormats.map(format => (
            <MenuItem
              key={format}
              id={format}
              className="menu-item"
              onAction={() => void exportCables(ids, format)}
            >
              {say(`export.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Buttons for a toolbar, about these cables in this order. */
export function HandOver({ ids }: { ids: readonly string[] }) {
  return (
    <>
      <Tool icon={Quote} name={say('mark.cite')} onPress={() => void citeCables(ids)} />
      <ExportMenu ids={ids} />
      <Tool icon={Printer} name={say('mark.print')} onPress={() => print(ids)} />
    </>
  );
}
