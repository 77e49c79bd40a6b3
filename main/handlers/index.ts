/** The contract's methods, each with its handler: the same for Electron and for the serve host. */
import { z } from 'zod';
import { ArchiveError, errorShape } from '../../archive/errors.ts';
import type { Result } from '../../preload/contract/method.ts';
import { isMethodName, methods } from '../../preload/contract/methods.ts';
import type { MethodName, Output, ParsedInput } from '../../preload/contract/methods.ts';
import { archiveHandlers } from './archive.ts';
import { cableHandlers } from './cables.ts';
import type { Context } from './context.ts';
import { hostHandlers } from './host.ts';
import { libraryHandlers } from './library.ts';
import { manyHandlers } from './many.ts';
import { printHandlers } from './print.ts';
import { workHandlers } from './work.ts';

/** One function for each method of the contract, all of them. */
export type Handlers = {
  readonly [Name in MethodName]: (input: ParsedInput<Name>) => Promise<Output<Name>>;
};

/** A method's handler with the input's own parser. */
type Parsers = {
  readonly [Name in MethodName]: {
    readonly input: { safeParse(value: unknown): z.ZodSafeParseResult<ParsedInput<Name>> };
  };
};
const parsers: Parsers = methods;

/** All handlers, over one host and one engine. */
export function createHandlers(context: Context): Handlers {
  return {
    ...hostHandlers(context),
    ...libraryHandlers(context),
    ...archiveHandlers(context),
    ...cableHandlers(context),
    ...workHandlers(context),
    ...manyHandlers(context),
    ...printHandlers(context),
  };
}

/** Answers a call from a page: an unknown method or a wrong input is refused before any handler sees it. Never throws. */
export async function answer(
  handlers: Handlers,
  name: string,
  input: unknown,
  onFault: (error: unknown) => void,
): Promise<Result<unknown>> {
  try {
    if (!isMethodName(name)) throw new ArchiveError('bad-request', `There is no method "${name}".`);
    return { ok: true, value: await dispatch(handlers, name, input) };
  } catch (thrown) {
    const error = errorShape(thrown);
    if (error.code === 'internal' || error.code === 'engine-gone') onFault(thrown);
    return { ok: false, error };
  }
}

function dispatch<Name extends MethodName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<Output<Name>> {
  const parsed = parsers[name].input.safeParse(input);
  if (parsed.success) return handlers[name](parsed.data);
  throw new ArchiveError('bad-request', `${name} can't take this: ${z.prettifyError(parsed.error)}`);
}
