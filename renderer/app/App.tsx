/** The whole window: bar, room, status line, and what lies over them. */
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AddDialog } from '../views/dossiers/AddDialog.tsx';
import { DropDossiers } from '../views/dossiers/DropDossiers.tsx';
import { CopyDialog } from '../views/library/CopyDialog.tsx';
import { Bar } from './Bar.tsx';
import { CheatSheet } from './CheatSheet.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { Palette } from './Palette.tsx';
import { Room } from './Room.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useHostEvents } from './use-host-events.ts';
import { useShownTheme } from './use-shown-theme.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';
import { localeOf } from '../words/say.ts';
import { useSettings } from '../state/settings.ts';

export function App() {
  const { theme, language, textSize, measure, face } = useSettings();
  useHostEvents();
  useShortcuts();
  useTitle();
  const shownTheme = useShownTheme(theme);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = shownTheme;
    root.dataset['measure'] = measure;
    root.dataset['face'] = face;
    root.lang = language;
    root.style.setProperty('--reading-scale', String(textSize));
  }, [shownTheme, language, textSize, measure, face]);
  return (
    <I18nProvider locale={localeOf(language)}>
      <div className="app" key={language}>
        <Bar />
        <Room />
        <StatusLine />
        <DropOverlay />
        <DropDossiers />
        <AddDialog />
        <CopyDialog />
        <Palette />
        <CheatSheet />
      </div>
    </I18nProvider>
  );
}
