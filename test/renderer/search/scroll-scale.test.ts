import { describe, expect, test } from 'vitest';
import { ScrollScale, drawnHeight, tallest } from '../../../renderer/views/search/scroll-scale.ts';

const view = 700;
const row = 104;
const full = 251_287 * row;

/** A box that scrolls as the browser's does. */
class Box {
  top = 0;
  offset = 0;
  readonly scale = new ScrollScale(full, view);
  scroll(to: number): void {
    this.top = Math.min(drawnHeight(full) - view, Math.max(0, to));
    const { offset, put } = this.scale.scrolled(this.top);
    this.offset = offset;
    if (put !== null) this.top = put;
  }
}

describe('a list taller than the browser draws', () => {
  test('a short list is drawn as it is', () => {
    const scale = new ScrollScale(5000, view);
    expect(drawnHeight(5000)).toBe(5000);
    expect(scale.scrolled(1234)).toEqual({ offset: 1234, put: null });
    expect(scale.shift).toBe(0);
  });

  test('a long one keeps to what can be drawn, and the thumb at the end is the end', () => {
    const box = new Box();
    expect(drawnHeight(full)).toBe(tallest);
    box.scroll(tallest);
    expect(box.offset).toBe(full - view);
    box.scroll(0);
    expect(box.offset).toBe(0);
  });

  test('the thumb in the middle is the middle', () => {
    const box = new Box();
    box.scroll((tallest - view) / 2);
    expect(box.offset).toBeCloseTo((full - view) / 2, -1);
  });

  test('the wheel moves by its own steps, wherever the list stands', () => {
    const box = new Box();
    box.scroll(tallest / 3);
    const before = box.offset;
    box.scroll(box.top + 120);
    expect(box.offset - before).toBe(120);
    box.scroll(box.top - 240);
    expect(box.offset - before).toBe(-120);
  });

  test('every row can be gone to, and stands where rows are drawn', () => {
    const box = new Box();
    for (const at of [0, 1, 77_000, 251_286]) {
      const offset = Math.min(at * row, full - view);
      box.scroll(box.scale.go(offset));
      expect(box.offset).toBe(offset);
      expect(at * row - box.scale.shift).toBeLessThan(tallest);
      expect(at * row - box.scale.shift).toBeGreaterThanOrEqual(0);
    }
  });

  test('the wheel alone reaches the first and the last row from anywhere', () => {
    const box = new Box();
    box.scroll(box.scale.go(40_000));
    for (let step = 0; step < 1000 && box.offset > 0; step += 1) box.scroll(box.top - 600);
    expect(box.offset).toBe(0);
    box.scroll(box.scale.go(full - view - 40_000));
    for (let step = 0; step < 1000 && box.offset < full - view; step += 1) box.scroll(box.top + 600);
    expect(box.offset).toBe(full - view);
  });
});
