/** The page's own scheme. `valise:` is another thing: a link from outside, in links.ts. */
export const SCHEME = 'valise-app';
/** The host of the page. */
export const PAGE_HOST = 'app';
/** The host of documents on their way to the printer. */
export const PRINT_HOST = 'print';
export const PAGE_ADDRESS = `${SCHEME}://${PAGE_HOST}/index.html`;

/** Whether an address is the page's: what may speak to us. */
export function isPageAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === PAGE_HOST;
  } catch {
    return false;
  }
}
