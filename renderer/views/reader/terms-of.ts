/** The codes of a cable that may need explaining, each once, in the order in which a cable has them. Pure. */
import type { OpenCable } from '../../state/cables.ts';
import { termName } from '../../state/terms.ts';
import type { Term } from '../../../preload/contract/index.ts';

export function termsOf({ shown, reading }: OpenCable): Term[] {
  const marks = reading.blocks.flatMap(block =>
    block.runs.flatMap(({ kind, target }): Term[] =>
      (kind === 'tag' || kind === 'caption') && target !== null ? [{ kind, code: target }] : [],
    ),
  );
  const all: Term[] = [
    ...[...shown.recipients, ...shown.infoRecipients].flatMap(({ precedence }): Term[] =>
      precedence === null ? [] : [{ kind: 'precedence', code: precedence }],
    ),
    ...shown.captions.map((code): Term => ({ kind: 'caption', code })),
    ...(shown.executiveOrder === null ? [] : [{ kind: 'order' as const, code: shown.executiveOrder }]),
    ...shown.tags.map((code): Term => ({ kind: 'tag', code })),
    ...marks,
  ].filter(({ code }) => code !== '' && code.length <= 200);
  return [...new Map(all.map(term => [termName(term), term])).values()];
}
