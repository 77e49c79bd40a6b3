/** Where the record came from: every copy that was seen, with its source's checksum and its receipt. */
import { Button } from 'react-aria-components';
import { hashOf } from '../../state/place.ts';
import { dateAndTime } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { placeText } from './place-text.ts';
import type { ShownCable, Sighting } from '../../../preload/contract/index.ts';

function Copy({ sighting, onCompare }: { sighting: Sighting; onCompare: (() => void) | null }) {
  return (
    <li>
      <p className="sighting-file">
        {placeText(sighting.source)}
        {sighting.shown ? <span className="reference-note">{say('reader.shownCopy')}</span> : null}
      </p>
      <p className="quiet">
        {say('reader.imported', { date: dateAndTime(sighting.imported) })}
        {' · '}
        <a className="reference" href={hashOf({ room: 'receipt', id: sighting.receipt })}>
          {say('reader.receipt')}
        </a>
      </p>
      <p className="quiet">
        {say(sighting.rendering.assumed ? 'reader.readAssumed' : 'reader.readAs', {
          format: say(`format.${sighting.rendering.format}`),
          encoding: sighting.rendering.encoding.toUpperCase(),
        })}
      </p>
      {onCompare === null ? null : (
        <Button className="button-link" onPress={onCompare}>
          {say('compare.copy')}
        </Button>
      )}
      {sighting.sourceSha256 === null ? null : (
        <p className="checksum">
          <span className="quiet">{say('reader.sourceSha')}</span>
          <code>{sighting.sourceSha256}</code>
        </p>
      )}
    </li>
  );
}

export function Provenance({ cable, onCompare }: { cable: ShownCable; onCompare: (key: string) => void }) {
  return (
    <>
      <p className="quiet">{say('reader.sightings', { count: cable.sightings.length })}</p>
      <ul className="sightings">
        {cable.sightings.map(sighting => (
          <Copy
            key={`${sighting.receipt} ${placeText(sighting.source)} ${sighting.key}`}
            sighting={sighting}
            onCompare={sighting.key === cable.key ? null : () => onCompare(sighting.key)}
          />
        ))}
      </ul>
      <p className="checksum">
        <span className="quiet">{say('reader.recordSha')}</span>
        <code>{cable.key}</code>
      </p>
    </>
  );
}
