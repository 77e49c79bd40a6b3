/** The rooms that are not shown at first: each a piece of the program of its own, read when it is entered. */
import { lazy } from 'react';

const pieces = {
  reader: () => import('../views/reader/ReaderRoom.tsx'),
  library: () => import('../views/library/LibraryRoom.tsx'),
  start: () => import('../views/library/StartScreen.tsx'),
  dossiers: () => import('../views/dossiers/DossiersRoom.tsx'),
  history: () => import('../views/dossiers/HistoryRoom.tsx'),
  receipt: () => import('../views/receipt/ReceiptRoom.tsx'),
};

export const ReaderRoom = lazy(async () => ({ default: (await pieces.reader()).ReaderRoom }));
export const LibraryRoom = lazy(async () => ({ default: (await pieces.library()).LibraryRoom }));
export const StartScreen = lazy(async () => ({ default: (await pieces.start()).StartScreen }));
export const DossiersRoom = lazy(async () => ({ default: (await pieces.dossiers()).DossiersRoom }));
export const HistoryRoom = lazy(async () => ({ default: (await pieces.history()).HistoryRoom }));
export const ReceiptRoom = lazy(async () => ({ default: (await pieces.receipt()).ReceiptRoom }));

/** Reads every room, one after the other: for a moment when nobody waits, so that entering one takes no reading. */
export async function readRooms(): Promise<void> {
  for (const piece of Object.values(pieces)) {
    // oxlint-disable-next-line no-await-in-loop
    await piece();
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(resolve => setTimeout(resolve));
  }
}
