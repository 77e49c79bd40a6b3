/** The person's notes and highlights on the cable, in the order of the text; those whose words are gone come last. */
import { NotebookPen } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { tell } from '../../state/notices.ts';
import { usePassage } from '../../state/passage.ts';
import { readerAct } from '../../state/reader-acts.ts';
import { editWork } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import { CableNote } from './CableNote.tsx';
import { HighlightCard } from './HighlightCard.tsx';
import { NoteField } from './NoteField.tsx';
import { WorkNotices } from './WorkNotices.tsx';
import type { CableWork, ShownCable, Span } from '../../../preload/contract/index.ts';

interface Props {
  cable: ShownCable;
  work: CableWork | null;
  onGo: (span: Span) => void;
}

const close = (): void => usePassage.setState({ writingOnCable: false, draft: '' });

function OnCable({ cable }: { cable: ShownCable }) {
  const { writingOnCable, draft } = usePassage();
  useEffect(() => close, []);
  if (!writingOnCable) {
    return (
      <Button
        className="button note-add"
        onPress={() => usePassage.setState({ writingOnCable: true, draft: '' })}
      >
        <NotebookPen size={14} aria-hidden="true" />
        {say('note.addToCable')}
      </Button>
    );
  }
  return (
    <NoteField
      label={say('note.fieldCable')}
      text={draft}
      onSave={text => {
        const edit = { kind: 'add-note', cable: cable.canonicalId, text } as const;
        void editWork(edit, say('note.saved')).then(step => {
          if (step === null) return;
          close();
          readerAct(acts => acts.focus());
        });
      }}
      onCancel={text => {
        close();
        readerAct(acts => acts.focus());
        if (text.trim() === '') return;
        const run = () => usePassage.setState({ writingOnCable: true, draft: text });
        tell(say('note.discarded'), 'done', [{ label: say('note.bringBack'), run }]);
      }}
    />
  );
}

export function NotesPart({ cable, work, onGo }: Props) {
  if (work === null) return null;
  const ids = new Set(work.highlights.map(({ id }) => id));
  // A note whose highlight is gone is one on the whole cable.
  const onWhole = work.notes.filter(({ highlight }) => highlight === undefined || !ids.has(highlight));
  const found = work.highlights.filter(({ anchor }) => anchor !== null);
  const lost = work.highlights.filter(({ anchor }) => anchor === null);
  const cards = (highlights: typeof found) => (
    <ul className="note-cards">
      {highlights.map(highlight => (
        <HighlightCard
          key={highlight.id}
          highlight={highlight}
          notes={work.notes.filter(note => note.highlight === highlight.id)}
          onGo={onGo}
        />
      ))}
    </ul>
  );
  return (
    <div className="notes-part">
      <WorkNotices />
      {work.place === 'none' ? null : <OnCable key={cable.canonicalId} cable={cable} />}
      {onWhole.length === 0 ? null : (
        <ul className="note-cards">
          {onWhole.map(note => (
            <li key={note.id} className="note-card">
              <CableNote note={note} />
            </li>
          ))}
        </ul>
      )}
      {found.length === 0 ? null : cards(found)}
      {lost.length === 0 ? null : (
        <section>
          <h3 className="note-title">{say('note.unanchored')}</h3>
          <p className="quiet">{say('note.unanchoredWhy')}</p>
          {cards(lost)}
        </section>
      )}
      {work.highlights.length + work.notes.length > 0 ? null : <p className="quiet">{say('note.none')}</p>}
      <p className="quiet note-how">{say('note.how')}</p>
    </div>
  );
}
