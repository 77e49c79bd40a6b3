/** The room that the address names. */
import { Activity, Suspense, memo, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { Catch } from '../components/Catch.tsx';
import { Fault } from '../components/Fault.tsx';
import { meetHost, useArchive } from '../state/archive.ts';
import { useForeseen } from '../state/foresight.ts';
import { useNavigation } from '../state/navigation.ts';
import type { Place } from '../state/place.ts';
import { Explanation } from '../views/reader/Explanation.tsx';
import { ReaderRoom } from '../views/reader/ReaderRoom.tsx';
import { SearchRoom } from '../views/search/SearchRoom.tsx';
import { DossiersRoom, HistoryRoom, LibraryRoom, ReceiptRoom, StartScreen } from './rooms.tsx';
import { shownRoom } from './shown-room.ts';

const nameOf = (place: Place): string => ('id' in place ? `${place.room} ${place.id}` : place.room);

/** What stands in front of the two rooms that are kept; nothing where one of them is shown. */
function Other({ shown }: { shown: ReturnType<typeof shownRoom> }) {
  const { fault } = useArchive();
  if (shown === 'fault') return fault ? <Fault fault={fault} again={() => void meetHost()} /> : null;
  if (shown === 'nothing') return null;
  switch (shown.room) {
    case 'search':
    case 'cable':
      return null;
    case 'start':
      return <StartScreen />;
    case 'library':
      return <LibraryRoom />;
    case 'dossiers':
      return <DossiersRoom id={shown.id} />;
    case 'history':
      return <HistoryRoom />;
    case 'receipt':
      return <ReceiptRoom id={shown.id} />;
  }
}

const Search = memo(SearchRoom);

interface Reading {
  id: string;
  paragraph: number | null;
}

/** What the reader shows, or has ready while another room is in front: the cable that will be opened next, else the last one. */
function useReading(shown: ReturnType<typeof shownRoom>): Reading | null {
  const foreseen = useForeseen(state => state.id);
  const [kept, keep] = useState<Reading | null>(null);
  const place = typeof shown === 'object' ? shown : null;
  const wanted =
    place?.room === 'cable'
      ? place
      : place?.room === 'search' && foreseen !== null
        ? { id: foreseen, paragraph: null }
        : kept;
  if (wanted !== null && (kept?.id !== wanted.id || kept.paragraph !== wanted.paragraph)) {
    keep({ id: wanted.id, paragraph: wanted.paragraph });
  }
  return wanted;
}

/** Takes the focus off what is in the room: a room that is only put behind others would keep it a while. */
function letGo(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.closest('#room') !== null) focused.blur();
}

export function Room() {
  const { place } = useNavigation();
  const archive = useArchive();
  const shown = shownRoom(place, archive);
  const searching = typeof shown === 'object' && shown.room === 'search';
  const atCable = typeof shown === 'object' && shown.room === 'cable';
  const reading = useReading(shown);
  const [searched, setSearched] = useState(false);
  // Its first drawing is the longest of all: in pieces of time, so that the window answers meanwhile.
  useEffect(() => {
    if (searching) startTransition(() => setSearched(true));
  }, [searching]);
  useLayoutEffect(() => (atCable ? letGo : undefined), [atCable]);
  return (
    <main className="room" id="room">
      <Catch name={nameOf(place)}>
        <Suspense fallback={null}>
          <Other shown={shown} />
        </Suspense>
      </Catch>
      {/* Two rooms are kept behind the others: opening a cable brings one to the front, and going back the other. */}
      {reading === null ? null : (
        <Activity mode={atCable ? 'visible' : 'hidden'} key={archive.info?.id ?? ''}>
          <Catch name={nameOf(place)}>
            <ReaderRoom id={reading.id} paragraph={reading.paragraph} />
          </Catch>
        </Activity>
      )}
      {searched ? (
        <Activity mode={searching ? 'visible' : 'hidden'}>
          <Catch name={nameOf(place)}>
            <Search shown={searching} />
          </Catch>
        </Activity>
      ) : null}
      <Explanation />
    </main>
  );
}
