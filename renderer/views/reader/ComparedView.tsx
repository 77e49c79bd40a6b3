/** Two records of a cable side by side, with what differs marked: taken out at left, put in at right. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../api.ts';
import { Fault } from '../../components/Fault.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useLoaded } from '../../state/load.ts';
import { say } from '../../words/say.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';
import { comparedRows } from './compared-rows.ts';
import type { ComparedPiece } from './compared-rows.ts';

interface Props {
  cable: ShownCable;
  /** the key of the other record */
  other: string;
  onClose: () => void;
}

function Side({ pieces, as: Changed }: { pieces: readonly ComparedPiece[]; as: 'del' | 'ins' }) {
  return (
    <div className="compared-side">
      {pieces.map((piece, at) => {
        if (piece.same) return piece.text;
        if (piece.text === '') return null;
        return (
          <Changed key={at} data-difference={piece.difference}>
            {piece.text}
          </Changed>
        );
      })}
    </div>
  );
}

export function ComparedView({ cable, other, onClose }: Props) {
  const { canonicalId: id, key } = cable;
  const found = useLoaded(`${id} ${other} ${key}`, () =>
    call('cable.compare', { id, left: other, right: key }),
  );
  const text = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  if (found.kind === 'waiting') return null;
  if (found.kind === 'fault') return <Fault fault={found.fault} again={found.again} />;
  const { parts, differences, spacing } = found.value;
  const step = (by: 1 | -1): void => {
    const next = (at + by + differences) % differences;
    setAt(next);
    text.current?.querySelector(`[data-difference="${next}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <section className="compared" aria-label={say('compare.title', { id })}>
      <div className="compared-bar">
        <p role="status">{say('compare.differences', { count: differences, spacing: String(spacing) })}</p>
        {differences === 0 ? null : (
          <>
            <IconButton icon={ChevronUp} name={say('compare.previous')} onPress={() => step(-1)} />
            <IconButton icon={ChevronDown} name={say('compare.next')} onPress={() => step(1)} />
          </>
        )}
        <IconButton icon={X} name={say('compare.close')} onPress={onClose} />
      </div>
      <div
        className="compared-text"
        ref={text}
        tabIndex={0}
        role="group"
        aria-label={say('compare.title', { id })}
      >
        <div className="compared-row compared-head">
          <span>{say('compare.other', { key: other.slice(0, 12) })}</span>
          <span>{say('compare.shown', { key: key.slice(0, 12) })}</span>
        </div>
        {comparedRows(parts).map((row, number) => (
          <div className="compared-row" key={number}>
            <Side pieces={row.left} as="del" />
            <Side pieces={row.right} as="ins" />
          </div>
        ))}
      </div>
    </section>
  );
}
