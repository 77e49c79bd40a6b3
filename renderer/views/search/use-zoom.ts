/** Zooming and moving the map: by the wheel about the pointer, by dragging, and by steps from buttons and keys. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import type { Size } from '../../components/use-size.ts';
import { kept, wholeWorld, zoomedAbout } from './spots.ts';
import type { Zoom } from './spots.ts';

/** A pointer that moves further than this, in pixels, drags; else it presses. */
const still = 4;

export interface Zooming {
  zoom: Zoom;
  /** zooms by a factor about the middle */
  step: (factor: number) => void;
  reset: () => void;
  /** moves the map so that this point of the field comes to its middle */
  centre: (x: number, y: number) => void;
  /** whether the press that just ended was a drag */
  dragged: () => boolean;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
}

export function useZoom(field: RefObject<HTMLElement | null>, size: Size): Zooming {
  const [zoom, setZoom] = useState<Zoom>(wholeWorld);
  const pressed = useRef<{ x: number; y: number; zoom: Zoom; moved: boolean } | null>(null);
  const wasDrag = useRef(false);

  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const about = { x: event.clientX - box.left, y: event.clientY - box.top };
      setZoom(before => zoomedAbout(before, 1.0016 ** -event.deltaY, about, size));
    };
    // React listens to the wheel without a say in whether the page scrolls.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [field, size]);

  const step = useCallback(
    (factor: number) =>
      setZoom(before => zoomedAbout(before, factor, { x: size.width / 2, y: size.height / 2 }, size)),
    [size],
  );
  return {
    zoom: kept(zoom, size),
    step,
    reset: () => setZoom(wholeWorld),
    centre: (x, y) =>
      setZoom(before =>
        kept({ ...before, x: before.x + size.width / 2 - x, y: before.y + size.height / 2 - y }, size),
      ),
    dragged: () => wasDrag.current,
    onPointerDown: event => {
      wasDrag.current = false;
      if (event.button === 0) pressed.current = { x: event.clientX, y: event.clientY, zoom, moved: false };
    },
    onPointerMove: event => {
      const start = pressed.current;
      if (start === null) return;
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      if (!start.moved && Math.hypot(x, y) < still) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      wasDrag.current = true;
      setZoom(kept({ ...start.zoom, x: start.zoom.x + x, y: start.zoom.y + y }, size));
    },
    onPointerUp: () => {
      pressed.current = null;
    },
  };
}
