/** The room that the address names. */
import { Catch } from '../components/Catch.tsx';
import { Fault } from '../components/Fault.tsx';
import { meetHost, useArchive } from '../state/archive.ts';
import { useNavigation } from '../state/navigation.ts';
import type { Place } from '../state/place.ts';
import { DossiersRoom } from '../views/dossiers/DossiersRoom.tsx';
import { HistoryRoom } from '../views/dossiers/HistoryRoom.tsx';
import { LibraryRoom } from '../views/library/LibraryRoom.tsx';
import { StartScreen } from '../views/library/StartScreen.tsx';
import { ReaderRoom } from '../views/reader/ReaderRoom.tsx';
import { ReceiptRoom } from '../views/receipt/ReceiptRoom.tsx';
import { SearchRoom } from '../views/search/SearchRoom.tsx';

const nameOf = (place: Place): string => ('id' in place ? `${place.room} ${place.id}` : place.room);

export function Room() {
  const { place } = useNavigation();
  const { host, info, known, fault } = useArchive();
  const inside = () => {
    if (fault !== null) return <Fault fault={fault} again={() => void meetHost()} />;
    if (!known) return null;
    if (info === null) return <LibraryRoom />;
    switch (place.room) {
      case 'library':
        return <LibraryRoom />;
      case 'start':
        return host?.firstStart === true ? <StartScreen /> : <SearchRoom />;
      case 'search':
        return <SearchRoom />;
      case 'dossiers':
        return <DossiersRoom id={place.id} />;
      case 'history':
        return <HistoryRoom />;
      case 'receipt':
        return <ReceiptRoom id={place.id} />;
      case 'cable':
        return <ReaderRoom key={place.id} id={place.id} paragraph={place.paragraph} />;
    }
  };
  return (
    <main className="room" id="room">
      <Catch name={nameOf(place)}>{inside()}</Catch>
    </main>
  );
}
