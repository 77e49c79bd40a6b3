/** The room that the address names. */
import { Activity, Suspense, startTransition, useEffect, useState } from 'react';
import { Catch } from '../components/Catch.tsx';
import { Fault } from '../components/Fault.tsx';
import { meetHost, useArchive } from '../state/archive.ts';
import { useNavigation } from '../state/navigation.ts';
import type { Place } from '../state/place.ts';
import { ReaderRoom } from '../views/reader/ReaderRoom.tsx';
import { SearchRoom } from '../views/search/SearchRoom.tsx';
import { DossiersRoom, HistoryRoom, LibraryRoom, ReceiptRoom, StartScreen } from './rooms.tsx';
import { shownRoom } from './shown-room.ts';

const nameOf = (place: Place): string => ('id' in place ? `${place.room} ${place.id}` : place.room);

/** What stands in front of the search; nothing where the search itself is shown. */
function Other({ shown }: { shown: ReturnType<typeof shownRoom> }) {
  const { fault } = useArchive();
  if (shown === 'fault') return fault ? <Fault fault={fault} again={() => void meetHost()} /> : null;
  if (shown === 'nothing') return null;
  switch (shown.room) {
    case 'search':
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
    case 'cable':
      return <ReaderRoom key={shown.id} id={shown.id} paragraph={shown.paragraph} />;
  }
}

export function Room() {
  const { place } = useNavigation();
  const shown = shownRoom(place, useArchive());
  const searching = typeof shown === 'object' && shown.room === 'search';
  const [searched, setSearched] = useState(false);
  // Its first drawing is the longest of all: in pieces of time, so that the window answers meanwhile.
  useEffect(() => {
    if (searching) startTransition(() => setSearched(true));
  }, [searching]);
  return (
    <main className="room" id="room">
      <Catch name={nameOf(place)}>
        <Suspense fallback={null}>
          <Other shown={shown} />
        </Suspense>
      </Catch>
      {/* The search is kept behind the other rooms: opening a cable needn't take it down, nor going back build it anew. */}
      {searched ? (
        <Activity mode={searching ? 'visible' : 'hidden'}>
          <Catch name={nameOf(place)}>
            <SearchRoom shown={searching} />
          </Catch>
        </Activity>
      ) : null}
    </main>
  );
}
