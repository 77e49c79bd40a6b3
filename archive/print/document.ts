/** What the printed page is made of, and what comes out: the same for preview, paper and PDF. */
import type { PrintFonts } from './fonts.ts';

export type Paper = 'A4' | 'Letter';

/** What the page says of its own making. */
export interface PrintAbout {
  /** when it is printed, ISO 8601 in UTC */
  printed: string;
  /** the program and its version: `Valise 0.1.0` */
  program: string;
  fonts: PrintFonts;
  /** A4 unless said otherwise */
  paper?: Paper | undefined;
  /** the name of the file with the exact source text, where the PDF will carry it */
  attachment?: string | undefined;
}

/** A page ready to print, with nothing outside itself. */
export interface PrintDocument {
  /** one whole HTML document: fonts inside, no script, no link out */
  html: string;
  title: string;
  paper: Paper;
  /** the original marking, as it stands on every page */
  marking: string;
  /**
   * Head and foot as Chromium's print templates, for a Chromium older than 131, which has no margin boxes. The newer
   * ones must not get them, or every page would carry its marking twice over.
   */
  headerTemplate: string;
  footerTemplate: string;
  /** characters that no font has, printed as `[U+F0B7]`: code point and count */
  missing: { code: number; count: number }[];
}

/** The margins of the page in millimetres; head and foot stand in them. */
export const PAGE_MARGINS = { top: 24, right: 22, bottom: 30, left: 22 } as const;
/** The size of the paper in millimetres. */
export const PAPER_SIZE: Record<Paper, { width: number; height: number }> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};
