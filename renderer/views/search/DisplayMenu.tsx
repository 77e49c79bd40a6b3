/** How the results stand: as lines or as a table, how densely, with which columns, with the timeline or without. */
import { SlidersHorizontal } from 'lucide-react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import { ColumnNames, setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';

const layouts = ['rows', 'table'] as const;
const densities = ['comfortable', 'compact'] as const;

function Columns() {
  const columns = useSettings(state => state.columns);
  return (
    <CheckboxGroup
      className="choice"
      value={columns}
      onChange={value => setSettings({ columns: ColumnNames.filter(one => value.includes(one)) })}
    >
      <Label>{say('show.columns')}</Label>
      {ColumnNames.filter(one => one !== 'subject').map(one => (
        <Checkbox key={one} value={one} className="choice-item choice-check">
          {say(`column.${one}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

export function DisplayMenu() {
  const { layout, density, timeline } = useSettings();
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={say('show.title')}>
        <SlidersHorizontal size={15} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="appearance" aria-label={say('show.title')}>
          <RadioGroup
            className="choice"
            value={layout}
            onChange={value => setSettings({ layout: layouts.find(one => one === value) ?? 'rows' })}
          >
            <Label>{say('show.layout')}</Label>
            {layouts.map(one => (
              <Radio key={one} value={one} className="choice-item">
                {say(`show.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <RadioGroup
            className="choice"
            value={density}
            onChange={value =>
              setSettings({ density: densities.find(one => one === value) ?? 'comfortable' })
            }
          >
            <Label>{say('show.density')}</Label>
            {densities.map(one => (
              <Radio key={one} value={one} className="choice-item">
                {say(`show.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          {layout === 'table' ? <Columns /> : null}
          <Checkbox
            className="choice-item choice-check"
            isSelected={timeline}
            onChange={shown => setSettings({ timeline: shown })}
          >
            {say('show.timeline')}
          </Checkbox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
