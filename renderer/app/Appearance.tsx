/** Theme, text size, line length, reading face and language, a press away. */
import { AArrowDown, AArrowUp } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components';
import {
  Faces,
  Languages,
  Measures,
  Themes,
  nextTextSize,
  setSettings,
  useSettings,
} from '../state/settings.ts';
import { say } from '../words/say.ts';

const languageNames = { en: 'English', de: 'Deutsch' } as const;

export function Appearance({ icon: Icon }: { icon: LucideIcon }) {
  const { theme, textSize, language, measure, face } = useSettings();
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={say('bar.view')}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="appearance" aria-label={say('bar.view')}>
          <RadioGroup
            className="choice"
            value={theme}
            onChange={value => setSettings({ theme: Themes.find(one => one === value) ?? 'system' })}
          >
            <Label>{say('view.theme')}</Label>
            {Themes.map(one => (
              <Radio key={one} value={one} className="choice-item">
                {say(`view.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <div className="choice" role="group" aria-label={say('view.text')}>
            <span className="choice-label">{say('view.text')}</span>
            <Button
              className="button"
              aria-label={say('view.smaller')}
              onPress={() => setSettings({ textSize: nextTextSize(textSize, -1) })}
            >
              <AArrowDown size={16} aria-hidden="true" />
            </Button>
            <Button
              className="button"
              aria-label={say('view.bigger')}
              onPress={() => setSettings({ textSize: nextTextSize(textSize, 1) })}
            >
              <AArrowUp size={16} aria-hidden="true" />
            </Button>
          </div>
          <RadioGroup
            className="choice"
            value={measure}
            onChange={value => setSettings({ measure: Measures.find(one => one === value) ?? 'normal' })}
          >
            <Label>{say('view.measure')}</Label>
            {Measures.map(one => (
              <Radio key={one} value={one} className="choice-item">
                {say(`view.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <RadioGroup
            className="choice"
            value={face}
            onChange={value => setSettings({ face: Faces.find(one => one === value) ?? 'serif' })}
          >
            <Label>{say('view.face')}</Label>
            {Faces.map(one => (
              <Radio key={one} value={one} className={`choice-item face-${one}`}>
                {say(`view.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <RadioGroup
            className="choice"
            value={language}
            onChange={value => setSettings({ language: Languages.find(one => one === value) ?? 'en' })}
          >
            <Label>{say('view.language')}</Label>
            {Languages.map(one => (
              <Radio key={one} value={one} className="choice-item" lang={one}>
                {languageNames[one]}
              </Radio>
            ))}
          </RadioGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
