/** The outline: headings and numbered paragraphs with their marks and first words. */
import { setSettings, useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { outlineOf } from './outline-of.ts';

/** The places of the outline are those of the reading view. */
function goTo(anchor: string): void {
  const show = (): void => document.getElementById(anchor)?.scrollIntoView({ block: 'start' });
  if (useSettings.getState().view === 'reading') {
    show();
    return;
  }
  setSettings({ view: 'reading' });
  requestAnimationFrame(show);
}

export function Outline({ cable }: { cable: OpenCable }) {
  const entries = outlineOf(cable.reading.blocks);
  return (
    <nav className="outline" aria-label={say('reader.outline')}>
      <h2 className="pane-title">{say('reader.outline')}</h2>
      <ul>
        {entries.map(entry => (
          <li key={entry.anchor} className={`outline-${entry.kind}`}>
            <button type="button" onClick={() => goTo(entry.anchor)}>
              {entry.number === null ? null : <span className="outline-number">{entry.number}</span>}
              {entry.mark === null ? null : <span className="outline-mark">{entry.mark}</span>}
              <span className="outline-words">{entry.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
