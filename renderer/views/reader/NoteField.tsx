/** A field to write a note in: Ctrl+Enter or Save keeps it, Escape puts it away. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, TextArea, TextField } from 'react-aria-components';
import { say } from '../../words/say.ts';

interface Props {
  label: string;
  text: string;
  onSave: (text: string) => void;
  /** gets what was written, so that it can be brought back */
  onCancel: (text: string) => void;
}

export function NoteField({ label, text, onSave, onCancel }: Props) {
  const [written, setWritten] = useState(text);
  const done = useRef(false);
  // Whoever goes elsewhere while writing finds the text again.
  const leave = useEffectEvent(() => {
    if (!done.current && written.trim() !== '' && written !== text) onCancel(written);
  });
  useEffect(() => () => leave(), []);
  const save = (): void => {
    if (written.trim() === '') cancel();
    else {
      done.current = true;
      onSave(written.trim());
    }
  };
  const cancel = (): void => {
    done.current = true;
    onCancel(written);
  };
  return (
    <div className="note-field">
      <TextField aria-label={label} value={written} onChange={setWritten} autoFocus>
        <TextArea
          rows={4}
          placeholder={say('note.placeholder')}
          onKeyDown={event => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              cancel();
            }
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            save();
          }}
        />
      </TextField>
      <div className="note-actions">
        <Button className="button" onPress={save} isDisabled={written.trim() === ''}>
          {say('note.save')}
        </Button>
        <Button className="button button-quiet" onPress={cancel}>
          {say('note.cancel')}
        </Button>
      </div>
    </div>
  );
}
