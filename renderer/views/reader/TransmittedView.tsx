/** The exact header and body, as the sheet that came off the machine: marking at head and foot. */
import { memo } from 'react';
import { say } from '../../words/say.ts';
import { sheetPieces } from './sheet-pieces.ts';
import { pieceOf } from './text-places.ts';
import { wrapsLines } from './wraps-lines.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

export const TransmittedView = memo(function TransmittedView({ cable }: { cable: ShownCable }) {
  const { header, body, classification, textClassification } = cable;
  const marking = classification ?? textClassification;
  const className = wrapsLines(`${header}\n${body}`) ? 'sheet-text sheet-wraps' : 'sheet-text';
  return (
    <div className="sheet">
      {marking === null ? null : <p className="sheet-marking">{marking}</p>}
      <div className="sheet-scroll" tabIndex={0} role="group" aria-label={say('reader.transmitted')}>
        {header === '' ? (
          <p className="quiet sheet-none">{say('reader.noHeader')}</p>
        ) : (
          <pre className={className}>{header}</pre>
        )}
        <pre className={className} data-body="true">
          {sheetPieces(body, cable.paragraphs).map(piece => (
            <span
              key={piece.start}
              data-number={piece.number}
              data-block={piece.start}
              tabIndex={-1}
              {...pieceOf(piece)}
            >
              {body.slice(piece.start, piece.end)}
            </span>
          ))}
        </pre>
      </div>
      {marking === null ? null : (
        <p className="sheet-marking" aria-hidden="true">
          {marking}
        </p>
      )}
    </div>
  );
});
