/** The versions of the cable that the archive keeps; any of them can be read. */
import { Button } from 'react-aria-components';
import { size } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { withdrawnText } from './withdrawn-text.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

interface Props {
  cable: ShownCable;
  onVersion: (key: string) => void;
  onCompare: (key: string) => void;
}

export function Versions({ cable, onVersion, onCompare }: Props) {
  return (
    <ul className="versions">
      {cable.versions.map((version, at) => (
        <li key={version.key}>
          {version.key === cable.key ? (
            <strong>{say('reader.thisVersion')}</strong>
          ) : (
            <Button className="button-link" onPress={() => onVersion(version.key)}>
              {say('reader.showVersion', { number: at + 1 })}
            </Button>
          )}
          <span className="quiet">
            {say('reader.versionLine', { bytes: size(version.bytes), count: version.sightings })}
          </span>
          {version.withdrawn ? <span className="quiet">{withdrawnText(cable, version)}</span> : null}
          {version.key === cable.key ? null : (
            <Button className="button-link" onPress={() => onCompare(version.key)}>
              {say('compare.start')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
