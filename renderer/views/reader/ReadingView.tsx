/** The reading view: the body as paragraphs, headings and tables, every character of it accounted for. */
import { memo } from 'react';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { leadOf } from './lead.ts';
import { ParagraphNumber } from './ParagraphNumber.tsx';
import { Runs } from './Runs.tsx';
import type { Block } from '../../../preload/contract/index.ts';

interface Props {
  block: Block;
  id: string;
}

interface BlockProps extends Props {
  /** of the cable's headings, under its subject */
  level: 2 | 3;
}

function Numbered({ block, id }: Props) {
  const { lead, runs } = leadOf(block);
  const className = block.kind === 'table' ? 'block-table' : 'block-text';
  return (
    <div className="paragraph" id={`b${block.start}`} data-number={block.number}>
      {lead === null ? null : <ParagraphNumber lead={lead} number={block.number} id={id} />}
      <div
        className={className}
        {...(block.kind === 'table'
          ? { tabIndex: 0, role: 'group', 'aria-label': say('reader.tableOf', { id }) }
          : {})}
      >
        {lead?.mark === undefined || lead.mark === '' ? null : (
          <span
            className="portion"
            title={say('reader.portion', { mark: lead.mark.replaceAll(/[()]/g, '') })}
          >
            {lead.mark}
          </span>
        )}
        <Runs runs={runs} cable={id} />
      </div>
    </div>
  );
}

const BlockView = memo(function BlockView({ block, id, level }: BlockProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  switch (block.kind) {
    case 'marking':
      return (
        <p className="block-marking">
          <Runs runs={block.runs} cable={id} />
        </p>
      );
    case 'preamble':
      return (
        <p className="block-preamble">
          <Runs runs={block.runs} cable={id} />
        </p>
      );
    case 'heading':
      return (
        <Heading className="block-heading" id={`h${block.start}`}>
          <Runs runs={block.runs} cable={id} hideDebris />
        </Heading>
      );
    case 'signature':
      return (
        <p className="block-signature">
          <Runs runs={block.runs} cable={id} />
        </p>
      );
    case 'debris':
      return (
        <details className="block-debris">
          <summary>{say('reader.folded', { count: 1 })}</summary>
          <code>{block.runs.map(run => run.text).join('')}</code>
        </details>
      );
    case 'paragraph':
    case 'table':
      return <Numbered block={block} id={id} />;
  }
});

export const ReadingView = memo(function ReadingView({ cable, level }: { cable: OpenCable; level: 2 | 3 }) {
  return (
    <div className="reading">
      {cable.reading.blocks.map(block => (
        <BlockView key={block.start} block={block} id={cable.shown.canonicalId} level={level} />
      ))}
    </div>
  );
});
