/** What the cable cites: cables as links where the archive has them, the rest told for what it is. */
import { useKnownIds } from '../../state/known-ids.ts';
import { say } from '../../words/say.ts';
import { ReferenceLink } from './ReferenceLink.tsx';
import type { Reference, ShownCable } from '../../../preload/contract/index.ts';

function Line({ reference }: { reference: Reference }) {
  const { id, label, text, corrected, kind } = reference;
  const known = useKnownIds(state => (id === null ? undefined : state.known.get(id)));
  const notes = [
    ...(id === null ? [say(kind === 'cable' ? 'reader.notCable' : `reader.is-${kind}`)] : []),
    ...(known === null ? [say('reader.missing')] : []),
    ...(known?.withdrawn === true ? [say('reader.withdrawn')] : []),
    ...(known === null || known === undefined ? [] : [known.subject ?? say('cable.noSubject')]),
    ...(corrected ? [`${say('reader.corrected')}: ${text}`] : []),
  ];
  return (
    <li>
      {label === null ? null : <span className="reference-label">{label}</span>}
      <span>
        {id === null ? text : <ReferenceLink id={id}>{id}</ReferenceLink>}
        {notes.map(note => (
          <span key={note} className="reference-note">
            {note}
          </span>
        ))}
      </span>
    </li>
  );
}

export function References({ cable }: { cable: ShownCable }) {
  if (cable.references.length === 0) return <p className="quiet">{say('reader.noReferences')}</p>;
  return (
    <ul className="references">
      {cable.references.map(reference => (
        <Line key={`${reference.start} ${reference.id} ${reference.text}`} reference={reference} />
      ))}
    </ul>
  );
}
