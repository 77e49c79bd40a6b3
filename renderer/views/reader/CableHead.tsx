/** What a cable says of itself, before its text: id, marking, subject, and the fields of its page. */
import { Marking } from '../../components/Marking.tsx';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import { HeadWarnings } from './HeadWarnings.tsx';
import { Metadata } from './Metadata.tsx';
import type { ShownCable } from '../../../preload/contract/index.ts';

export function CableHead({ cable, level }: { cable: ShownCable; level: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className="cable-head">
      <p className="cable-line">
        <span className="cable-id">{cable.id}</span>
        {cable.classification === null ? null : <Marking text={cable.classification} />}
      </p>
      <Heading className="cable-subject" tabIndex={-1} {...(cable.subject === null ? {} : inEnglish)}>
        {cable.subject ?? say('cable.noSubject')}
      </Heading>
      <Metadata cable={cable} />
      <HeadWarnings cable={cable} />
    </header>
  );
}
