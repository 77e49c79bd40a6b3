/** Which words in capitals at the end of a cable are no one's name. */
import { isTag } from './glossary.ts';

// What no one is called: the words that stand alone in capitals near the end of cables.
const NO_NAMES = new Set(
  (
    'NNNN BT END COMMENT SUMMARY TEXT CABLE UNCLAS UNCLASSIFIED CONFIDENTIAL SECRET TOP NOFORN SIPDIS SENSITIVE EXDIS NODIS LIMDIS LIMITED OFFICIAL USE ONLY NOTE QUOTE UNQUOTE ENDS ENDTEXT ' +
    'BACKGROUND CONCLUSION BIO BIOGRAPHICAL ANNEX ATTACHMENT APPENDIX TABLE SIGNED ACTION REQUEST POINTS TALKING PARTICIPANTS MINIMIZE CONSIDERED TRANSLATION BEGIN MESSAGE COMMENTS ' +
    'DRAFT STATEMENT MEETING POST EMBASSY AMEMBASSY CONSULATE DEPARTMENT STATE WASHDC SECSTATE PAGE SECTION OF RELEASED DECLASSIFIED MARGINS ERROR USD TOTAL USG GOV UN US USA NATO EU THE AND FOR NOT'
  ).split(' '),
);

const ACRONYMS = new Set(
  (
    'AIDS ANC ASAP CAR CIA DAO DEA DFID DIA DOD DOJ DOL EEZ EEB EMBOFFS EPA EUCOM FAA FAO FARC FATA FBI FEMA FSI GATT HAMAS HIV ICE ICRC IDB IDF IDP IDPS IED IEDS IFI IFIS ' +
    'IGAD ILO IMET IMF INL INR INS IOM ISAF ISI JAG MFA MOD MOE MOF MOFA MOH MOI MOJ MOU NAFTA NASA NEA NGO NGOS NIE NSA NSC OAS OIG OSD OSCE PAO PEPFAR PKO PLO PLA POC ' +
    'PRC PRT PRTS ROK DPRK RSO SADC SARS SOE SOFA TIP UAE UAV UNDP UNGA UNHCR UNICEF UNIFIL UNSC USAF USAID USDA USTR VAT WFP WHO WMD'
  ).split(' '),
);

/** Whether these words may be a name that signs. */
export function areNames(words: readonly string[]): boolean {
  return words.every(word => !NO_NAMES.has(word.replace(/\W+$/, '')));
}

/** Whether a word in capitals behind an unfinished sentence is a surname, and no acronym (GOI, HAMAS, PREL). */
export function isLikelySurname(word: string): boolean {
  const letters = word.replace(/[^A-Za-z]/g, '').toUpperCase();
  return (
    letters.length >= 3 &&
    /[AEIOUY]/.test(letters) &&
    /[^AEIOU]/.test(letters) &&
    !/^GO[A-Z]$/.test(letters) &&
    !ACRONYMS.has(letters) &&
    !isTag(letters) &&
    areNames([letters])
  );
}
