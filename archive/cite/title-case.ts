/** Subjects in capitals as headlines: `Vietnam Hosts Six-Country TIP Meeting`. */
import type { CableRecord } from '../record.ts';

/** Articles, conjunctions and short prepositions, which a headline leaves small (Chicago Manual of Style, headline style). */
const SMALL = new Set(
  'a an the and but or nor for so yet in on at to by of from with as via per vs into onto over up'.split(' '),
);

/** Abbreviations of the field that a cable's own text may never show in mixed case. */
const ABBREVIATIONS = new Set(
  (
    'US USA USG USAID USEU USUN UK UN EU EC NATO OSCE OECD OPEC ASEAN APEC ARF WTO IMF IFC IDB ADB ICC ICJ ICTY IAEA ' +
    'UNSC UNGA UNHCR UNICEF UNESCO UNIFIL UNMIK WFP FAO ILO ICRC NGO NGOS MFA MOD MOU MOI PM FM DFM DPM DCM CDA ' +
    'POLOFF ECONOFF GOI GOE GOM GVN ROK DPRK PRC UAE KSA UAV WMD NPT CTBT CWC CFE IPR HIV AIDS ICBM FARC ' +
    'FSLN PKK PLO IDF IDP IDPS IED VIP FBI CIA DEA DHS DOD DOE DOJ NSC CODEL STAFFDEL SIPDIS EXIM GDP FDI FTA MANPADS ' +
    'AFRICOM CENTCOM EUCOM ISAF KFOR SFOR UNAMI UNAMA GTMO'
  ).split(' '),
);
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;

/**
 * A subject in capitals becomes a headline; one that has small letters is left as it is. A word stays in capitals where
 * it is one of the cable's TAGS or captions, a known abbreviation, a roman numeral, has a digit or no vowel - or where
 * the cable's own running text writes it so.
 */
export function titleCase(
  subject: string,
  record: Pick<CableRecord, 'body'> & Partial<Pick<CableRecord, 'tags' | 'captions'>>,
): string {
  const plain = subject.replace(/\s+/g, ' ').trim();
  if (/\p{Ll}/u.test(plain)) return plain;
  const codes = new Set([...(record.tags ?? []), ...(record.captions ?? [])].map(code => code.toUpperCase()));
  const usage = usageOf(record.body);
  const words = plain.split(' ');
  return words
    .map((word, index) => {
      const opens =
        index === 0 || index === words.length - 1 || /[:.?!]["”’)]*$|^[-–—]+$/.test(words[index - 1] ?? '');
      const parts = word.split(/([-/–—])/);
      return parts
        .map((part, at) => (at % 2 === 1 ? part : wordCase(part, opens && at === 0, codes, usage)))
        .join('');
    })
    .join(' ');
}

function wordCase(
  word: string,
  opens: boolean,
  codes: ReadonlySet<string>,
  usage: ReadonlyMap<string, string>,
): string {
  const before = /^[^\p{L}\p{N}]*/u.exec(word)?.[0] ?? '';
  const rest = word.slice(before.length);
  const after = /(?:['’]S)?[^\p{L}\p{N}]*$/u.exec(rest)?.[0] ?? '';
  const core = rest.slice(0, rest.length - after.length);
  if (core === '') return word;
  const tail = after.replace(/S/, 's');
  if (SMALL.has(core.toLowerCase()) && !codes.has(core)) {
    return before + (opens ? capitalized(core) : core.toLowerCase()) + tail;
  }
  const written = usage.get(core);
  if (keepsCapitals(core, codes)) return before + core + tail;
  if (written !== undefined && written !== core.toLowerCase()) return before + written + tail;
  return before + capitalized(core) + tail;
}

function keepsCapitals(word: string, codes: ReadonlySet<string>): boolean {
  return (
    codes.has(word) ||
    ABBREVIATIONS.has(word) ||
    ROMAN.test(word) ||
    /\d/.test(word) ||
    /\p{L}\.\p{L}/u.test(word) ||
    (/^\p{L}{2,}$/u.test(word) &&
      !/[AEIOUY\u00c0-\u1ef9]/u.test(word) &&
      !/^(?:MR|DR|ST|MRS|MS|JR|SR|LT|MT|FT)$/.test(word))
  );
}

/** `O'BRIEN` as `O'Brien`, `DON'T` as `Don't`. */
function capitalized(word: string): string {
  const low = word.toLowerCase();
  return low
    .replace(/^\p{L}/u, letter => letter.toUpperCase())
    .replace(/^(\p{L}['’])(\p{L})/u, (_, o: string, b: string) => o + b.toUpperCase());
}

/**
 * How a cable's running text writes the words that it never begins a sentence with: a capitalised or small word is
 * ordinary, but `TIP` or `McCain` in a sentence is a name's own spelling. Words are keyed by their capitals.
 */
function usageOf(body: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const sentences = body
    .slice(0, 60_000)
    .matchAll(/(?<=\p{Ll}[,;]? )(\p{L}[\p{L}'’]*\p{L})(?= \p{Ll}|[,;.)] )/gu);
  for (const [word] of sentences) {
    const key = word.toUpperCase();
    const forms = counts.get(key) ?? new Map<string, number>();
    forms.set(word, (forms.get(word) ?? 0) + 1);
    counts.set(key, forms);
  }
  const usage = new Map<string, string>();
  for (const [key, forms] of counts) {
    const [most] = [...forms].sort(([, a], [, b]) => b - a);
    const form = most?.[0] ?? '';
    // only spellings that capitalising would not give
    if (form === key || /^\p{Lu}\p{L}*\p{Ll}\p{L}*\p{Lu}/u.test(form)) usage.set(key, form);
  }
  return usage;
}
