/** The reader's further parts, in German. */
import type { reading as english } from '../english/reading.ts';

export const reading: Record<keyof typeof english, string> = {
  'term.title': 'Was die Kürzel bedeuten',
  'term.subject': 'Sach-TAG',
  'term.program': 'Programm-TAG',
  'term.organisation': 'Organisations-TAG',
  'term.geographic': 'Länder-TAG',
  'term.tag': 'TAG',
  'term.caption': 'Vermerk',
  'term.precedence': 'Dringlichkeit',
  'term.order': 'Erlass des Präsidenten',
  'term.orderNumber': 'E.O. {number}',
  'reader.is-email': 'eine E-Mail, keine Depesche',
  'reader.is-phone': 'ein Telefongespräch, keine Depesche',
  'reader.is-osc': 'ein Bericht des Open Source Center, keine Depesche',
  'reader.is-airgram': 'ein Luftpostbericht, keine Depesche',
  'reader.is-other': 'keine Depesche',
  'compare.start': 'Mit der gezeigten vergleichen',
  'compare.copy': 'Diese Kopie mit der gezeigten vergleichen',
  'compare.title': '{id}: zwei Texte nebeneinander',
  'compare.differences':
    '{count, plural, =0 {Kein Wort ist anders.} one {# Unterschied.} other {# Unterschiede.}} {spacing, select, true {Auch Zeilenumbrüche oder Leerzeichen sind anders; sie sind nicht markiert.} other {}}',
  'compare.shown': 'Gezeigt: {key}',
  'compare.other': 'Verglichen mit: {key}',
  'compare.close': 'Vergleich schließen',
  'compare.next': 'Nächster Unterschied',
  'compare.previous': 'Voriger Unterschied',
};
