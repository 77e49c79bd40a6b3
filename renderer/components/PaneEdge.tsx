/** The edge of a pane: drawn by the pointer or moved by arrow keys; a double click gives the pane its own width again. */
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { setSettings, useSettings } from '../state/settings.ts';
import type { Pane } from '../state/settings.ts';
import { say } from '../words/say.ts';
import { widthWithin } from './pane-width.ts';

interface Props {
  side: 'left' | 'right';
  pane: Pane;
  label: string;
  element: RefObject<HTMLElement | null>;
}

/** An arrow key moves the edge by so much, in pixels. */
const step = 16;

function setWidth(pane: Pane, width: number | null): void {
  const { [pane]: _, ...others } = useSettings.getState().widths;
  setSettings({
    widths: width === null ? others : { ...others, [pane]: widthWithin(width, window.innerWidth) },
  });
}

export function PaneEdge({ side, pane, label, element }: Props) {
  const kept = useSettings(state => state.widths[pane]);
  const outward = side === 'left' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = element.current?.getBoundingClientRect();
    if (box === undefined) return;
    setWidth(pane, side === 'left' ? event.clientX - box.left : box.right - event.clientX);
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0;
    const now = element.current?.getBoundingClientRect().width;
    if (by === 0 || now === undefined) return;
    event.preventDefault();
    setWidth(pane, now + by * outward);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={say('pane.width', { pane: label })}
      aria-valuemin={120}
      aria-valuemax={2000}
      aria-valuenow={Math.round(kept ?? 240)}
      tabIndex={0}
      className={`pane-edge pane-edge-${side}`}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => setWidth(pane, null)}
      onKeyDown={press}
    />
  );
}
