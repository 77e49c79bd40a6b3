/** The exact header and body, as the sheet that came off the machine: marking at head and foot. */
import { memo, useEffect, useMemo } from 'react';
import { textName, useDrawn } from '../../state/drawn.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import { chunksOf } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { sheetPieces } from './sheet-pieces.ts';
import type { SheetPiece } from './sheet-pieces.ts';
import { pieceOf } from './text-places.ts';
import { useGrowth } from './use-growth.ts';
import { wrapsLines } from './wraps-lines.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

interface ChunkProps {
  chunk: Chunk<SheetPiece>;
  body: string;
  alone: boolean;
}

const SheetChunk = memo(function SheetChunk({ chunk, body, alone }: ChunkProps) {
  const pieces = chunk.items.map(piece => (
    <span
      key={piece.start}
      data-number={piece.number}
      data-block={piece.start}
      tabIndex={-1}
      {...pieceOf(piece)}
    >
      {body.slice(piece.start, piece.end)}
    </span>
  ));
  return alone ? pieces : <div className="chunk">{pieces}</div>;
});

export const TransmittedView = memo(function TransmittedView({ cable }: { cable: ShownCable }) {
  const { header, body, classification, textClassification } = cable;
  const chunks = useMemo(() => chunksOf(sheetPieces(body, cable.paragraphs)), [body, cable]);
  const { drawn } = useGrowth(chunks.length, cable.key, '');
  const whole = drawn >= chunks.length;
  useEffect(() => {
    useDrawn.setState({ whole: whole ? textName(cable.key, 'transmitted') : '' });
  }, [whole, cable.key]);
  const marking = classification ?? textClassification;
  const className = wrapsLines(`${header}\n${body}`) ? 'sheet-text sheet-wraps' : 'sheet-text';
  return (
    <div className="sheet">
      {marking === null ? null : <p className="sheet-marking">{marking}</p>}
      <div className="sheet-scroll" tabIndex={0} role="group" aria-label={say('reader.transmitted')}>
        {header === '' ? (
          <p className="quiet sheet-none">{say('reader.noHeader')}</p>
        ) : (
          <pre className={className} {...inEnglish}>
            {header}
          </pre>
        )}
        <pre className={className} data-body="true" {...inEnglish}>
          {chunks.slice(0, drawn).map(chunk => (
            <SheetChunk
              key={chunk.items[0]?.start ?? 0}
              chunk={chunk}
              body={body}
              alone={chunks.length === 1}
            />
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
