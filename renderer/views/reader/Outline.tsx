/** The outline: headings and numbered paragraphs with their marks and first words. */
import { memo, useMemo } from 'react';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { outlineOf } from './outline-of.ts';
import type { OutlineEntry } from './outline-of.ts';
import { useGrowth } from './use-growth.ts';
import type { Span } from '../../../preload/contract/index.ts';

type Go = (span: Span) => void;

const Entries = memo(function Entries({ entries }: { entries: readonly OutlineEntry[] }) {
  return entries.map(entry => (
    <li key={entry.start} className={`outline-${entry.kind}`}>
      <button type="button" data-start={entry.start} data-end={entry.end}>
        {entry.number === null ? null : <span className="outline-number">{entry.number}</span>}
        {entry.mark === null ? null : <span className="outline-mark">{entry.mark}</span>}
        <span className="outline-words" {...inEnglish}>
          {entry.words}
        </span>
      </button>
    </li>
  ));
});

/** So many entries are drawn at once. */
const many = 120;

export function Outline({ cable, onGo }: { cable: OpenCable; onGo: Go }) {
  const { reading, shown } = cable;
  const entries = useMemo(() => outlineOf(reading.blocks), [reading]);
  const parts = useMemo(
    () =>
      Array.from({ length: Math.ceil(entries.length / many) }, (_, at) =>
        entries.slice(at * many, (at + 1) * many),
      ),
    [entries],
  );
  const { drawn } = useGrowth(parts.length, shown.key, '');
  const go = (target: EventTarget): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;
    if (button === null) return;
    onGo({ start: Number(button.dataset['start']), end: Number(button.dataset['end']) });
  };
  return (
    <nav className="outline" aria-label={say('reader.outline')}>
      <h2 className="pane-title">{say('reader.outline')}</h2>
      {/* One listener for hundreds of buttons. */}
      <div onClick={event => go(event.target)} role="presentation">
        <ul>
          {parts.slice(0, drawn).map(part => (
            <Entries key={part[0]?.start ?? 0} entries={part} />
          ))}
        </ul>
      </div>
    </nav>
  );
}
