/**
 * Where a list of hundreds of thousands of rows stands. Chromium draws nothing beyond some 16 million device pixels,
 * which 251,287 rows exceed; so a long list is drawn in a shorter box. Small steps move both alike, so that the wheel
 * feels as ever; a jump (the scroll bar's thumb) goes to the same share of the whole. Pure.
 */
export const tallest = 8_000_000;

/** The height of the box that stands for rows of this height in all. */
export const drawnHeight = (full: number): number => Math.min(full, tallest);

export class ScrollScale {
  /** height of all rows, and of what is seen at once, in pixels */
  readonly #full: number;
  readonly #view: number;
  /** what is added to the box's own offset to get the list's */
  #shift = 0;
  #top = 0;

  constructor(full: number, view: number) {
    this.#full = full;
    this.#view = view;
  }

  /** How far rows are moved up, to stand where the box is looked at. */
  get shift(): number {
    return this.#shift;
  }

  get #last(): number {
    return Math.max(0, this.#full - this.#view);
  }

  #shareTop(offset: number): number {
    return this.#last === 0
      ? 0
      : Math.round((offset / this.#last) * Math.max(0, drawnHeight(this.#full) - this.#view));
  }

  /** The box was scrolled: answers the list's offset, and where the box must be put, if anywhere else. */
  scrolled(top: number): { offset: number; put: number | null } {
    if (this.#full <= tallest) {
      this.#top = top;
      return { offset: top, put: null };
    }
    const room = drawnHeight(this.#full) - this.#view;
    if (Math.abs(top - this.#top) > 4 * this.#view) {
      this.#shift = Math.round((top / room) * this.#last) - top;
    }
    this.#top = top;
    const offset = Math.min(this.#last, Math.max(0, top + this.#shift));
    // The box's end came before the list's: stand in it where the list's share is.
    const early = top < this.#view && offset > 2 * this.#view;
    const late = top > room - this.#view && offset < this.#last - 2 * this.#view;
    if (early || late) return { offset, put: this.go(offset) };
    if (top <= 0 || top >= room) {
      const end = top <= 0 ? 0 : this.#last;
      this.#shift = end - top;
      return { offset: end, put: null };
    }
    return { offset, put: null };
  }

  /** Goes to an offset of the list; answers where the box must be put. */
  go(offset: number): number {
    if (this.#full <= tallest) {
      this.#top = offset;
      return offset;
    }
    const within = Math.min(this.#last, Math.max(0, offset));
    this.#top = this.#shareTop(within);
    this.#shift = within - this.#top;
    return this.#top;
  }
}
