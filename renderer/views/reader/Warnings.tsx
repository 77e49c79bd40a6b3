/** What is damaged or in doubt, in plain words; where it is about a place, that place is a press away. */
import { Button } from 'react-aria-components';
import { say } from '../../words/say.ts';
import { Part } from './Part.tsx';
import type { ShownCable, Span } from '../../../preload/contract/index.ts';

export function Warnings({ cable, onGo }: { cable: ShownCable; onGo: (span: Span) => void }) {
  // That it is an extract is told under completeness, in the source's own words.
  const warnings = cable.warnings.filter(warning => warning.code !== 'partial-extract');
  if (warnings.length === 0) return null;
  return (
    <Part title="reader.warnings">
      <ul className="warnings">
        {warnings.map(({ code, message, start, end }) => (
          <li key={`${code} ${start} ${message}`}>
            {message}
            {start === null || end === null || end <= start ? null : (
              <Button className="button-link" onPress={() => onGo({ start, end })}>
                {say('warning.where')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
