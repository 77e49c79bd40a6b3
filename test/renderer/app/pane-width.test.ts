import { expect, test } from 'vitest';
import { narrowest, widthWithin } from '../../../renderer/components/pane-width.ts';

test.each([
  [300, 1280, 300],
  [20, 1280, narrowest],
  [1200, 1280, 576],
  [-5, 1280, narrowest],
])('a pane drawn to %i in a window of %i is %i wide', (drawn, window, width) => {
  expect(widthWithin(drawn, window)).toBe(width);
});
