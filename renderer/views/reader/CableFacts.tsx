/** Warnings, completeness, people, codes and provenance of the cable. */
import type { OpenCable } from '../../state/cables.ts';
import { say } from '../../words/say.ts';
import { Part } from './Part.tsx';
import { People } from './People.tsx';
import { Provenance } from './Provenance.tsx';
import { Terms } from './Terms.tsx';
import { Warnings } from './Warnings.tsx';
import type { Span } from '../../../preload/contract/index.ts';

interface Props {
  cable: OpenCable;
  onCompare: (key: string) => void;
  onGo: (span: Span) => void;
}

export function CableFacts({ cable, onCompare, onGo }: Props) {
  const { shown, reading } = cable;
  const { partial } = shown;
  const whole = partial === null ? 'reader.unknownWhole' : partial ? 'meta.partialYes' : 'reader.full';
  const { joinedLines, foldedDebris } = reading.changes;
  return (
    <>
      <Warnings cable={shown} onGo={onGo} />
      <Part title="reader.completeness">
        <p>{partial === true ? (shown.published['completeness'] ?? say(whole)) : say(whole)}</p>
        <p>{say('reader.changed', { joined: joinedLines, folded: foldedDebris })}</p>
      </Part>
      <People cable={shown} />
      <Terms cable={cable} />
      <Part title="reader.provenance">
        <Provenance cable={shown} onCompare={onCompare} />
      </Part>
    </>
  );
}
