/** What hands several cables over at once: their citations, a file of them, and paper. */
import { ChevronDown, Download, Printer, Quote } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { citeCables, exportCables, exportFormats } from '../state/handing-over.ts';
import { printCable } from '../state/printing.ts';
import { say } from '../words/say.ts';

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

interface ToolProps {
  icon: LucideIcon;
  name: string;
  onPress: () => void;
}

/** A button with its name beside the icon, or under the pointer where a narrow bar shows the icon alone. */
function Tool({ icon: Icon, name, onPress }: ToolProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button className="button button-quiet" onPress={onPress}>
        <Icon size={14} aria-hidden="true" />
        <span className="hand-over-name">{name}</span>
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {name}
      </Tooltip>
    </TooltipTrigger>
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
