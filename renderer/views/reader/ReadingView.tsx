/** The reading view: the body as paragraphs, headings and tables, every character of it accounted for. */
import { memo } from 'react';
import { useSettings } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { ChangesLegend } from './ChangesLegend.tsx';
import { leadOf } from './lead.ts';
import { ParagraphNumber } from './ParagraphNumber.tsx';
import { Runs } from './Runs.tsx';
import { pieceOf } from './text-places.ts';
import type { Block } from '../../../preload/contract/index.ts';

interface Props {
  block: Block;
  id: string;
  /** the exact text, where what was changed in it is to be shown; else null */
  body: string | null;
}

interface BlockProps extends Props {
  /** of the cable's headings, under its subject */
  level: 2 | 3;
}

function Numbered({ block, id, body }: Props) {
  const { lead, runs } = leadOf(block);
  const mark = lead?.mark ?? null;
  const className = block.kind === 'table' ? 'block-table' : 'block-text';
  return (
    <div
      className="paragraph"
      id={`b${block.start}`}
      data-number={block.number}
      data-block={block.start}
      tabIndex={-1}
    >
      {lead === null ? null : <ParagraphNumber lead={lead} number={block.number} id={id} />}
      <div
        className={className}
        {...(block.kind === 'table'
          ? { tabIndex: 0, role: 'group', 'aria-label': say('reader.tableOf', { id }) }
          : {})}
      >
        {mark === null ? null : (
          <span
            className="portion"
            title={say('reader.portion', { mark: mark.text.replaceAll(/[()]/g, '') })}
            {...pieceOf(mark)}
          >
            {mark.text}
          </span>
        )}
        <Runs runs={runs} cable={id} body={body} />
      </div>
    </div>
  );
}

const BlockView = memo(function BlockView({ block, id, body, level }: BlockProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { runs } = leadOf({ ...block, number: null, mark: null });
  const place = { 'data-block': block.start, tabIndex: -1 };
  switch (block.kind) {
    case 'marking':
    case 'preamble':
    case 'signature':
      return (
        <p className={`block-${block.kind}`} {...place}>
          <Runs runs={runs} cable={id} body={body} />
        </p>
      );
    case 'heading':
      return (
        <Heading className="block-heading" id={`h${block.start}`} {...place}>
          <Runs runs={runs} cable={id} body={body} hideDebris />
        </Heading>
      );
    case 'debris':
      return (
        <details className="block-debris" open={body !== null}>
          <summary>{say('reader.folded', { count: 1 })}</summary>
          <code {...pieceOf(block)}>{block.runs.map(run => run.text).join('')}</code>
        </details>
      );
    case 'paragraph':
    case 'table':
      return <Numbered block={block} id={id} body={body} />;
  }
});

export const ReadingView = memo(function ReadingView({ cable, level }: { cable: OpenCable; level: 2 | 3 }) {
  // The preview, whose headings lie deeper, only reads.
  const changes = useSettings(state => state.changes) && level === 2;
  const body = changes ? cable.shown.body : null;
  return (
    <div className={changes ? 'reading reading-changes' : 'reading'}>
      {changes ? <ChangesLegend changes={cable.reading.changes} /> : null}
      {cable.reading.blocks.map(block => (
        <BlockView key={block.start} block={block} id={cable.shown.canonicalId} body={body} level={level} />
      ))}
    </div>
  );
});
