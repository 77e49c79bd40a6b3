/** A highlight beside its text: its words, which lead there, its notes, its tint. */
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { IconButton } from '../../components/IconButton.tsx';
import { tell } from '../../state/notices.ts';
import { usePassage } from '../../state/passage.ts';
import { readerAct } from '../../state/reader-acts.ts';
import { editWork } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import { CableNote } from './CableNote.tsx';
import { firstWords } from './first-words.ts';
import { NoteField } from './NoteField.tsx';
import { deleteHighlight, tintHighlight } from './passage-work.ts';
import { TintChoice } from './TintChoice.tsx';
import type { CableWork, Note, Span } from '../../../preload/contract/index.ts';

interface Props {
  highlight: CableWork['highlights'][number];
  notes: readonly Note[];
  onGo: (span: Span) => void;
}

export function HighlightCard({ highlight, notes, onGo }: Props) {
  const { id, anchor, color, text, cable } = highlight;
  const chosen = usePassage(state => state.chosen === id);
  const [writing, setWriting] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const words = firstWords(text);
  const line = text.replaceAll(/\s+/g, ' ');
  const go = (): void => {
    usePassage.setState({ chosen: id });
    if (anchor !== null) onGo(anchor);
  };
  return (
    <li className={chosen ? 'note-card note-card-chosen' : 'note-card'} ref={card}>
      {anchor === null ? (
        <blockquote className="note-quote note-quote-lost">{line}</blockquote>
      ) : (
        <Button
          className={`note-quote tint-${color}`}
          aria-label={say('note.goTo', { words: line })}
          onPress={go}
        >
          <span className="tint-letters">{line}</span>
        </Button>
      )}
      {anchor === null || anchor.how === 'exact' ? null : (
        <p className="reference-note">{say(`note.${anchor.how}`)}</p>
      )}
      {notes.map(note => (
        <CableNote key={note.id} note={note} />
      ))}
      {writing ? (
        <NoteField
          label={say('note.field')}
          text=""
          onSave={written => {
            const edit = { kind: 'add-note', cable, text: written, highlight: id } as const;
            void editWork(edit, say('note.saved')).then(step => {
              if (step !== null) setWriting(false);
            });
          }}
          onCancel={text => {
            setWriting(false);
            if (text.trim() === '') return;
            const edit = { kind: 'add-note', cable, text, highlight: id } as const;
            const run = () => void editWork(edit, say('note.saved'));
            tell(say('note.discarded'), 'done', [{ label: say('note.bringBack'), run }]);
          }}
        />
      ) : (
        <div className="note-card-tools">
          <TintChoice
            label={say('note.tintOf', { words })}
            tint={color}
            onTint={tint => void tintHighlight(id, tint)}
          />
          {notes.length > 0 ? null : (
            <Button className="button-link" onPress={() => setWriting(true)}>
              {say('note.add')}
            </Button>
          )}
          <IconButton
            icon={Trash2}
            name={say('note.deleteHighlight', { words })}
            onPress={() => {
              readerAct(acts => acts.focus());
              void deleteHighlight(id, notes.length > 0);
            }}
          />
        </div>
      )}
    </li>
  );
}
