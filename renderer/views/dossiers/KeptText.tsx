/** A text that is kept without a button: when the field is left, and while it is written each time the hands rest. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';

/** Hands that rest so long have finished a thought, in milliseconds. */
const rest = 1000;

interface Props {
  label: string;
  placeholder: string;
  /** the text as the archive has it */
  kept: string;
  onKeep: (text: string) => void;
  focused?: boolean;
}

export function KeptText({ label, placeholder, kept, onKeep, focused = false }: Props) {
  const [text, setText] = useState(kept);
  // What the archive had when it was looked at last: a change there (an undo, another window) is taken over.
  const [seen, setSeen] = useState(kept);
  if (kept !== seen) {
    setSeen(kept);
    // What is being written stays.
    if (text === seen) setText(kept);
  }
  const latest = useRef({ text, kept });
  useEffect(() => {
    latest.current = { text, kept };
  }, [text, kept]);
  const keep = useEffectEvent(() => {
    const now = latest.current;
    if (now.text !== now.kept) onKeep(now.text);
  });
  useEffect(() => {
    if (text === kept) return undefined;
    const timer = setTimeout(() => keep(), rest);
    return () => clearTimeout(timer);
  }, [text, kept]);
  useEffect(() => {
    const close = (): void => keep();
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      keep();
    };
  }, []);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    if (text !== '') element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  return (
    <TextField
      className="kept-text"
      aria-label={label}
      value={text}
      onChange={setText}
      onBlur={() => {
        if (text !== kept) onKeep(text);
      }}
      maxLength={200_000}
      autoFocus={focused}
    >
      <TextArea ref={area} placeholder={placeholder} rows={1} />
    </TextField>
  );
}
