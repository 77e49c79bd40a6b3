/** The tints of a highlight. Each has a line of its own beside its colour, here and in the text. */
import { Radio, RadioGroup } from 'react-aria-components';
import { Tints } from '../../state/passage.ts';
import type { Tint } from '../../state/passage.ts';
import { say } from '../../words/say.ts';

interface Props {
  label: string;
  /** null where none is chosen yet */
  tint: string | null;
  onTint: (tint: Tint) => void;
}

export function TintChoice({ label, tint, onTint }: Props) {
  return (
    <RadioGroup
      className="tints"
      orientation="horizontal"
      aria-label={label}
      value={tint}
      onChange={value => {
        const chosen = Tints.find(one => one === value);
        if (chosen !== undefined) onTint(chosen);
      }}
    >
      {Tints.map(one => (
        <Radio key={one} value={one} className={`tint tint-${one}`} aria-label={say(`passage.${one}`)}>
          <span className="tint-letters tint-sample" aria-hidden="true" />
        </Radio>
      ))}
    </RadioGroup>
  );
}
