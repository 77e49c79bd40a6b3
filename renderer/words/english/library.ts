/** The library: copying, the archives of before, locks, faults. */
export const library = {
  'copy.title': 'Copy archive',
  'copy.open': 'Copy archive…',
  'copy.help': 'Copies the archive into a new folder and checks the copy. You can go on working meanwhile.',
  'copy.what': 'What goes along',
  'copy.without': 'Cables only, for somebody else',
  'copy.withoutHelp':
    'Without your notes, highlights, dossiers, searches and history. The copy is an archive of its own. What you withdrew goes along as withdrawn, with its reason.',
  'copy.with': 'Everything, for yourself',
  'copy.withHelp': 'A backup: the same archive with all of your own work. Damage can be mended from it.',
  'copy.start': 'Copy',
  'copy.choose': 'Choose a folder and copy…',
  'copy.close': 'Cancel',
  'copy.job': 'Copying {name}',
  'copy.done': 'Copied and checked: {cables, plural, one {# cable} other {# cables}} in {folder}, {place}.',
  'copy.faulty':
    'Copied to {folder}, {place}, with the damage that the archive has: {count, plural, one {# fault} other {# faults}}. Verify the archive to see it.',
  'copy.cancelled': 'The copy was cancelled. Nothing of it is left.',
  'library.opened': 'opened {date}',
  'library.isOpen': 'open now',
  'library.more': 'More about {name}',
  'library.openReading': 'Open for reading only',
  'library.forget': 'Remove from this list',
  'library.forgot': '{name} is off the list. Its folder was not touched.',
  'library.newer':
    '{count, plural, =0 {Another program has changed this archive.} one {Another program has added # cable.} other {Another program has added # cables.}}',
  'library.showNewer': 'Show',
  'lock.title': 'Open for reading',
  'lock.alone':
    'It was opened for reading only. Nothing is written to it; your notes are kept beside the settings.',
  'lock.here':
    '{program} has it open for writing on this computer, since {since}. New cables show here as they are added.',
  'lock.ended': '{program} had it open for writing on this computer and has ended without giving it back.',
  'lock.elsewhere':
    '{program} on another computer has it open for writing since {since}, or was ended there without giving it back.',
  'lock.free': 'Nobody has it open for writing now.',
  'lock.write': 'Open for writing',
  'lock.again': 'Try again',
  'lock.takeOver': 'Take over…',
  'lock.takeOverTitle': 'Take over from the other computer?',
  'lock.takeOverHelp':
    'Do this only if no other computer has this archive open. Two programs that write to one archive would damage it.',
  'lock.takeOverYes': 'Nobody else has it open: take over',
  'lock.free.told': 'The other program has closed this archive.',
  'fault.pack':
    'Cables in {file} are damaged or gone. Put the file back from a copy of the archive, or import its sources again.',
  'fault.catalogue': 'The list of cables does not fit {file}. Rebuild the index; no cable is lost by that.',
  'fault.bag': '{file} is not as it should be. Close the archive and open it again: it is made anew.',
  'fault.receipt': 'The receipt {file} is gone or was changed. Put it back from a copy; no cable is lost.',
  'fault.leftover':
    '{file} holds something that was never committed. Open the archive for writing: it is set aside.',
  'fault.foreign': '{file} does not belong to the archive. Move it to another place.',
  'fault.index': 'The search index is damaged or incomplete. Rebuild the index; no cable is lost.',
  'fault.other': '{file}: something is wrong.',
  'fault.places': '{count, plural, one {# place} other {# places}}',
  'fault.details': 'What was found',
  'fault.none': 'All is well, as of {date}.',
  'receipt.moreFiles': 'Show more files',
  'receipt.filesShown': '{shown, number} of {total, number} files',
  'fault.doRebuild': 'Rebuild index',
} as const;
