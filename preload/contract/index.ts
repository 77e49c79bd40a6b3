/** The contract between the window and whatever host runs it. */
export * from './bridge.ts';
export * from './delivery.ts';
export * from './events.ts';
export * from './method.ts';
export * from './methods.ts';
export type * from '../../archive/errors.ts';
export type * from '../../archive/record.ts';
export type * from '../../archive/model/archive.ts';
export type * from '../../archive/model/handing-over.ts';
export type * from '../../archive/model/known.ts';
export type * from '../../archive/model/notes.ts';
export type * from '../../archive/model/raw.ts';
export type * from '../../archive/model/explanation.ts';
export type * from '../../archive/model/post-place.ts';
export type * from '../../archive/model/reading.ts';
export type * from '../../archive/model/receipt.ts';
export type * from '../../archive/model/search.ts';
export type * from '../../archive/model/work.ts';
