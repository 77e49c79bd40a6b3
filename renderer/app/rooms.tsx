/**
 * The rooms that are rarely the first: each a piece of the program of its own, read soon after the window stands, or when
 * it is entered before that.
 */
import { lazy, useState } from 'react';
import type { ComponentType } from 'react';

interface Piece<Props extends object> {
  Room: ComponentType<Props>;
  read: () => Promise<void>;
}

/** A room in a piece of its own. Once it was read it is drawn at once: React would wait a third of a second for a lazy one. */
function inPieces<Props extends object>(load: () => Promise<ComponentType<Props>>): Piece<Props> {
  let Here: ComponentType<Props> | null = null;
  const loaded = async (): Promise<ComponentType<Props>> => (Here ??= await load());
  const Coming: ComponentType<Props> = lazy(async () => ({ default: await loaded() }));
  // Chosen when the room is entered: a room that was drawn as the one is not taken down for the other.
  function Room(props: Props) {
    const [Shown] = useState<ComponentType<Props>>(() => Here ?? Coming);
    return <Shown {...props} />;
  }
  return {
    Room,
    read: async () => void (await loaded()),
  };
}

const library = inPieces(async () => (await import('../views/library/LibraryRoom.tsx')).LibraryRoom);
const dossiers = inPieces(async () => (await import('../views/dossiers/DossiersRoom.tsx')).DossiersRoom);
const history = inPieces(async () => (await import('../views/dossiers/HistoryRoom.tsx')).HistoryRoom);
const receipt = inPieces(async () => (await import('../views/receipt/ReceiptRoom.tsx')).ReceiptRoom);
const start = inPieces(async () => (await import('../views/library/StartScreen.tsx')).StartScreen);

export const LibraryRoom = library.Room;
export const DossiersRoom = dossiers.Room;
export const HistoryRoom = history.Room;
export const ReceiptRoom = receipt.Room;
export const StartScreen = start.Room;

/** Reads every room, one after the other, for a moment when nobody waits. */
export async function readRooms(): Promise<void> {
  for (const piece of [library, dossiers, history, receipt, start]) {
    // oxlint-disable-next-line no-await-in-loop
    await piece.read();
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(resolve => setTimeout(resolve));
  }
}
