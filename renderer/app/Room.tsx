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

const nameOf = (place: Place): string => ('id' in place ? `${place.room} ${place.id}` : place.room);

/** What stands in front of the search; null where the search itself is shown. */
function Other({ place }: { place: Place }) {
  const { host, info, known, fault } = useArchive();
  if (fault !== null) return <Fault fault={fault} again={() => void meetHost()} />;
  if (!known) return null;
  if (info === null) return <LibraryRoom />;
  switch (place.room) {
    case 'search':
      return null;
    case 'start':
      return host?.firstStart === true ? <StartScreen /> : null;
    case 'library':
      return <LibraryRoom />;
    case 'dossiers':
      return <DossiersRoom id={place.id} />;
    case 'history':
      return <HistoryRoom />;
    case 'receipt':
      return <ReceiptRoom id={place.id} />;
    case 'cable':
      return <ReaderRoom key={place.id} id={place.id} paragraph={place.paragraph} />;
  }
}

/** Whether the search is the room to show. */
function useSearching(place: Place): boolean {
  const { host, info, fault } = useArchive();
  if (fault !== null || info === null) return false;
  return place.room === 'search' || (place.room === 'start' && host?.firstStart !== true);
}

export function Room() {
  const { place } = useNavigation();
  const searching = useSearching(place);
  const [searched, setSearched] = useState(false);
  // Its first drawing is the longest of all: in pieces of time, so that the window answers meanwhile.
  useEffect(() => {
    if (searching) startTransition(() => setSearched(true));
  }, [searching]);
  return (
    <main className="room" id="room">
      <Catch name={nameOf(place)}>
        <Suspense fallback={null}>
          <Other place={place} />
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
