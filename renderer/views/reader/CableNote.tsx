/** One note: read, changed in place, deleted; each step can be undone. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { tell } from '../../state/notices.ts';
import { readerAct } from '../../state/reader-acts.ts';
import { editWork } from '../../state/work.ts';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { firstWords } from './first-words.ts';
import { NoteField } from './NoteField.tsx';
import type { Note } from '../../../preload/contract/index.ts';

export function CableNote({ note }: { note: Note }) {
  const [changing, setChanging] = useState(false);
  // Who has changed a note stands on its button again.
  const [changed, setChanged] = useState(false);
  const stop = (): void => {
    setChanging(false);
    setChanged(true);
  };
  const words = firstWords(note.text);
  if (changing) {
    return (
      <NoteField
        label={say('note.editNamed', { words })}
        text={note.text}
        onSave={text => {
          const edit = { kind: 'change-note', note: note.id, text } as const;
          void editWork(edit, say('note.changed')).then(step => {
            if (step !== null) stop();
          });
        }}
        onCancel={text => {
          stop();
          if (text.trim() === '' || text === note.text) return;
          // What was written over the note is not lost by leaving it.
          const edit = { kind: 'change-note', note: note.id, text } as const;
          const run = () => void editWork(edit, say('note.changed'));
          tell(say('note.discarded'), 'done', [{ label: say('note.bringBack'), run }]);
        }}
      />
    );
  }
  return (
    <div className="note">
      <p className="note-text">{note.text}</p>
      <div className="note-tools">
        <span className="quiet">{note.changed === '' ? '' : shortDate(note.changed)}</span>
        <Button
          className="button-link"
          aria-label={say('note.editNamed', { words })}
          autoFocus={changed}
          onPress={() => setChanging(true)}
        >
          {say('note.edit')}
        </Button>
        <Button
          className="button-link"
          aria-label={say('note.deleteNamed', { words })}
          onPress={() => {
            readerAct(acts => acts.focus());
            void editWork({ kind: 'delete-note', note: note.id }, say('note.deleted'));
          }}
        >
          {say('note.delete')}
        </Button>
      </div>
    </div>
  );
}
