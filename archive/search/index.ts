/** The search as the rest of the engine sees it. */
export { openSearch, type Search } from './search.ts';
export type { NotesReader, SearchSource } from './source.ts';
export { SegmentBuilder, SEGMENT_BYTES } from './segment/builder.ts';
export { mergeSegments } from './segment/merge.ts';
export { nodeSegmentDisk, type SegmentDisk } from './segment/segment-disk.ts';
export { SegmentInfoSchema, SegmentFileSchema, type SegmentFile, type SegmentInfo } from './segment/info.ts';
