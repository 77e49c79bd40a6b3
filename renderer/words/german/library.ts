/** Das Archiv: Kopieren, frühere Archive, Sperren, Fehler. */
import type { library as english } from '../english/library.ts';

export const library: Record<keyof typeof english, string> = {
  'copy.title': 'Archiv kopieren',
  'copy.open': 'Archiv kopieren…',
  'copy.help':
    'Kopiert das Archiv in einen neuen Ordner und prüft die Kopie. Sie können dabei weiterarbeiten.',
  'copy.what': 'Was mitgeht',
  'copy.without': 'Nur die Depeschen, für jemand anderen',
  'copy.withoutHelp':
    'Ohne Ihre Notizen, Markierungen, Dossiers, Suchen und den Verlauf. Die Kopie ist ein eigenes Archiv. Was Sie zurückgezogen haben, geht als zurückgezogen mit, samt Grund.',
  'copy.with': 'Alles, für Sie selbst',
  'copy.withHelp':
    'Eine Sicherung: dasselbe Archiv mit Ihrer ganzen Arbeit. Aus ihr lassen sich Schäden beheben.',
  'copy.start': 'Kopieren',
  'copy.choose': 'Ordner wählen und kopieren…',
  'copy.close': 'Abbrechen',
  'copy.job': '{name} wird kopiert',
  'copy.done':
    'Kopiert und geprüft: {cables, plural, one {# Depesche} other {# Depeschen}} in {folder}, {place}.',
  'copy.faulty':
    'Nach {folder}, {place}, kopiert, mit dem Schaden, den das Archiv hat: {count, plural, one {# Fehler} other {# Fehler}}. Prüfen Sie das Archiv, um ihn zu sehen.',
  'copy.cancelled': 'Das Kopieren wurde abgebrochen. Es ist nichts davon geblieben.',
  'library.opened': 'geöffnet am {date}',
  'library.isOpen': 'jetzt offen',
  'library.more': 'Mehr zu {name}',
  'library.openReading': 'Nur zum Lesen öffnen',
  'library.forget': 'Aus dieser Liste nehmen',
  'library.forgot': '{name} steht nicht mehr in der Liste. Der Ordner blieb unberührt.',
  'library.newer':
    '{count, plural, =0 {Ein anderes Programm hat dieses Archiv geändert.} one {Ein anderes Programm hat # Depesche hinzugefügt.} other {Ein anderes Programm hat # Depeschen hinzugefügt.}}',
  'library.showNewer': 'Zeigen',
  'lock.title': 'Zum Lesen geöffnet',
  'lock.alone':
    'Es wurde nur zum Lesen geöffnet. Nichts wird hineingeschrieben; Ihre Notizen liegen neben den Einstellungen.',
  'lock.here':
    '{program} hat es auf diesem Computer seit {since} zum Schreiben offen. Neue Depeschen erscheinen hier, sobald sie dazukommen.',
  'lock.ended': '{program} hatte es auf diesem Computer zum Schreiben offen und endete, ohne es freizugeben.',
  'lock.elsewhere':
    '{program} auf einem anderen Computer hat es seit {since} zum Schreiben offen oder endete dort, ohne es freizugeben.',
  'lock.free': 'Niemand hat es jetzt zum Schreiben offen.',
  'lock.write': 'Zum Schreiben öffnen',
  'lock.again': 'Noch einmal versuchen',
  'lock.takeOver': 'Übernehmen…',
  'lock.takeOverTitle': 'Vom anderen Computer übernehmen?',
  'lock.takeOverHelp':
    'Nur, wenn kein anderer Computer dieses Archiv offen hat. Zwei Programme, die in ein Archiv schreiben, würden es beschädigen.',
  'lock.takeOverYes': 'Niemand sonst hat es offen: übernehmen',
  'lock.free.told': 'Das andere Programm hat dieses Archiv geschlossen.',
  'fault.pack':
    'Depeschen in {file} sind beschädigt oder fehlen. Legen Sie die Datei aus einer Kopie des Archivs zurück, oder lesen Sie ihre Quellen noch einmal ein.',
  'fault.catalogue':
    'Die Liste der Depeschen passt nicht zu {file}. Bauen Sie den Index neu; dabei geht nichts verloren.',
  'fault.bag':
    '{file} ist nicht, wie es sein soll. Schließen Sie das Archiv und öffnen Sie es wieder: Es wird neu gemacht.',
  'fault.receipt':
    'Der Beleg {file} fehlt oder wurde geändert. Legen Sie ihn aus einer Kopie zurück; keine Depesche ist verloren.',
  'fault.leftover':
    '{file} enthält etwas, das nie festgeschrieben wurde. Öffnen Sie das Archiv zum Schreiben: Es wird beiseitegelegt.',
  'fault.foreign': '{file} gehört nicht zum Archiv. Bringen Sie es an einen anderen Ort.',
  'fault.index':
    'Der Suchindex ist beschädigt oder unvollständig. Bauen Sie ihn neu; keine Depesche ist verloren.',
  'fault.other': '{file}: Etwas stimmt nicht.',
  'fault.places': '{count, plural, one {# Stelle} other {# Stellen}}',
  'fault.details': 'Was gefunden wurde',
  'fault.none': 'Alles in Ordnung, Stand {date}.',
  'receipt.moreFiles': 'Mehr Dateien zeigen',
  'receipt.filesShown': '{shown, number} von {total, number} Dateien',
  'fault.doRebuild': 'Index neu bauen',
};
