/** The reading view: the body as paragraphs, headings and tables, every character of it accounted for. */
import { Fragment, memo, useEffect, useMemo } from 'react';
import { textName, useDrawn } from '../../state/drawn.ts';
import { readingPlace } from '../../state/reading-places.ts';
import { useSettings } from '../../state/settings.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import type { OpenCable } from '../../state/cables.ts';
import { ChangesLegend } from './ChangesLegend.tsx';
import { chunksOf } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { hasPlace, toldElsewhere } from './HeadWarnings.tsx';
import { leadOf } from './lead.ts';
import { ParagraphNumber } from './ParagraphNumber.tsx';
import { Runs } from './Runs.tsx';
import { pieceOf } from './text-places.ts';
import { useGrowth } from './use-growth.ts';
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
          <code {...inEnglish} {...pieceOf(block)}>
            {block.runs.map(run => run.text).join('')}
          </code>
        </details>
      );
    case 'paragraph':
    case 'table':
      return <Numbered block={block} id={id} body={body} />;
  }
});

/** About how high a chunk is for each of its characters, in pixels, as long as it was never laid out. */
const heightOfCharacter = 0.45;

/** So many chunks are drawn at once at most. */
const mostAtOnce = 3;

/** Warnings about places, by the block in which each begins. */
function warningsByBlock({ shown, reading }: OpenCable): ReadonlyMap<number, readonly string[]> {
  const told = new Map<number, string[]>();
  for (const warning of shown.warnings) {
    if (!hasPlace(warning) || toldElsewhere(warning)) continue;
    const block = reading.blocks.findLast(({ start }) => start <= (warning.start ?? 0)) ?? reading.blocks[0];
    if (block !== undefined) told.set(block.start, [...(told.get(block.start) ?? []), warning.message]);
  }
  return told;
}

const ReadingChunk = memo(function ReadingChunk({
  chunk,
  id,
  body,
  level,
  alone,
  warnings,
}: Omit<BlockProps, 'block'> & {
  chunk: Chunk<Block>;
  alone: boolean;
  warnings: ReadonlyMap<number, readonly string[]>;
}) {
  const blocks = chunk.items.map(block => (
    <Fragment key={block.start}>
      {warnings.get(block.start)?.map(message => (
        <p key={message} className="block-warning">
          {message}
        </p>
      ))}
      <BlockView block={block} id={id} body={body} level={level} />
    </Fragment>
  ));
  if (alone) return blocks;
  const height = Math.round(chunk.length * heightOfCharacter);
  return (
    <div className="chunk" style={{ containIntrinsicSize: `auto ${height}px` }}>
      {blocks}
    </div>
  );
});

/** What is drawn at once reaches as far as the person had read, for there the reader goes; but not through a whole book. */
function chunksToPlace({ shown }: OpenCable, chunks: readonly Chunk<Block>[]): number {
  const place = readingPlace(shown.canonicalId);
  if (place === null) return 1;
  const behind = chunks.findIndex(({ items }) => (items[0]?.start ?? 0) > place);
  return Math.min(behind === -1 ? chunks.length : behind, mostAtOnce);
}

export const ReadingView = memo(function ReadingView({ cable, level }: { cable: OpenCable; level: 2 | 3 }) {
  const { shown, reading } = cable;
  // The preview, whose headings lie deeper, only reads.
  const main = level === 2;
  const changes = useSettings(state => state.changes) && main;
  const chunks = useMemo(() => chunksOf(reading.blocks, block => block.kind === 'heading'), [reading]);
  const warnings = useMemo(() => warningsByBlock(cable), [cable]);
  const { drawn, current } = useGrowth(
    chunks.length,
    shown.key,
    String(changes),
    chunksToPlace(cable, chunks),
  );
  const whole = drawn >= chunks.length && current >= chunks.length;
  useEffect(() => {
    if (main) useDrawn.setState({ whole: whole ? textName(shown.key, 'reading', changes) : '' });
  }, [main, whole, shown.key, changes]);
  return (
    <div className={changes ? 'reading reading-changes' : 'reading'}>
      {changes ? <ChangesLegend changes={reading.changes} /> : null}
      {chunks.slice(0, drawn).map((chunk, at) => (
        <ReadingChunk
          key={chunk.items[0]?.start ?? 0}
          chunk={chunk}
          id={shown.canonicalId}
          body={(at < current ? changes : !changes && main) ? shown.body : null}
          level={level}
          alone={chunks.length === 1}
          warnings={warnings}
        />
      ))}
    </div>
  );
});
