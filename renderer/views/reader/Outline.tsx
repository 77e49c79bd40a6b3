/** The outline: headings and numbered paragraphs with their marks and first words. */
import { useRef } from 'react';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { outlineOf } from './outline-of.ts';

export function Outline({ cable }: { cable: OpenCable }) {
  const list = useRef<HTMLElement>(null);
  const entries = outlineOf(cable.reading.blocks);
  return (
    <nav className="outline" aria-label={say('reader.outline')} ref={list}>
      <h2 className="pane-title">{say('reader.outline')}</h2>
      <ul>
        {entries.map(entry => (
          <li key={entry.anchor} className={`outline-${entry.kind}`}>
            <button
              type="button"
              onClick={() => document.getElementById(entry.anchor)?.scrollIntoView({ block: 'start' })}
            >
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
