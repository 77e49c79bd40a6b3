/** Find in the cable: every place marked, one after the other with Enter. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { useOverlays } from '../../state/overlays.ts';
import { say } from '../../words/say.ts';
import { findRanges, highlight } from './find-ranges.ts';

interface Props {
  within: RefObject<HTMLElement | null>;
  /** changes when other text is drawn, which must be searched anew */
  name: string;
}

function useFound(within: Props['within'], words: string) {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const column = within.current?.querySelector('.reading, .sheet') ?? null;
    // What is found depends on what is drawn, which can only be looked at once it is.
    // oxlint-disable-next-line react/set-state-in-effect
    setRanges(column === null || words === '' ? [] : findRanges(column, [words]));
    setAt(0);
  }, [within, words]);
  useEffect(() => {
    highlight('find', ranges);
    const here = ranges[at];
    highlight('find-here', here === undefined ? [] : [here]);
    here?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => {
      highlight('find', []);
      highlight('find-here', []);
    };
  }, [ranges, at]);
  const step = (by: 1 | -1): void => {
    if (ranges.length > 0) setAt((at + by + ranges.length) % ranges.length);
  };
  return { count: ranges.length, at, step };
}

interface FieldProps extends Pick<Props, 'within'> {
  words: string;
  onWords: (words: string) => void;
}

function Field({ within, words, onWords }: FieldProps) {
  const { count, at, step } = useFound(within, words);
  const close = (): void => {
    useOverlays.setState({ find: false });
    within.current?.focus({ preventScroll: true });
  };
  const told = count === 0 ? say('reader.findNone') : say('reader.findCount', { at: at + 1, count });
  return (
    <div className="find-bar" role="search">
      <input
        type="search"
        autoFocus
        aria-label={say('reader.find')}
        placeholder={say('reader.find')}
        value={words}
        onChange={event => onWords(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') close();
        }}
      />
      <span className="find-count" role="status">
        {words === '' ? '' : told}
      </span>
      <IconButton icon={ChevronUp} name={say('reader.findPrevious')} onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} name={say('reader.findNext')} onPress={() => step(1)} />
      <IconButton icon={X} name={say('reader.findClose')} keys="Esc" onPress={close} />
    </div>
  );
}

export function FindBar({ within, name }: Props) {
  const open = useOverlays(state => state.find);
  const [words, setWords] = useState('');
  useEffect(() => () => useOverlays.setState({ find: false }), []);
  return open ? <Field key={name} within={within} words={words} onWords={setWords} /> : null;
}
