/** How a page is asked for as a PDF: the same for Chromium's DevTools and for Electron's `printToPDF`. */
import { PAGE_MARGINS, PAPER_SIZE } from '../../archive/print/document.ts';
import type { PrintDocument } from '../../archive/print/document.ts';

/** The first Chromium that draws `@page` margin boxes. */
const MARGIN_BOXES_SINCE = 131;
const MM_PER_INCH = 25.4;

export interface PdfOptions {
  landscape: boolean;
  printBackground: boolean;
  preferCSSPageSize: boolean;
  generateTaggedPDF: boolean;
  generateDocumentOutline: boolean;
  displayHeaderFooter: boolean;
  headerTemplate: string;
  footerTemplate: string;
  /** inches, as are the margins */
  paper: { width: number; height: number };
  margins: { top: number; right: number; bottom: number; left: number };
}

/**
 * The options for a document and a major version of Chromium. Head and foot go through templates only where margin
 * boxes are not drawn: no copy leaves without its marking, and none carries it twice.
 */
export function pdfOptions(document: PrintDocument, chromium: number): PdfOptions {
  const templates = chromium < MARGIN_BOXES_SINCE;
  const { width, height } = PAPER_SIZE[document.paper];
  const { top, right, bottom, left } = PAGE_MARGINS;
  return {
    landscape: false,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: templates,
    headerTemplate: templates ? document.headerTemplate : '',
    footerTemplate: templates ? document.footerTemplate : '',
    paper: { width: width / MM_PER_INCH, height: height / MM_PER_INCH },
    margins: {
      top: top / MM_PER_INCH,
      right: right / MM_PER_INCH,
      bottom: bottom / MM_PER_INCH,
      left: left / MM_PER_INCH,
    },
  };
}
