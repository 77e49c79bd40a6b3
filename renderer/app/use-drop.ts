/** Drag and drop anywhere on the window. */
import { useEffect, useState } from 'react';
import { importGiven } from '../state/importing.ts';

interface Held {
  held: boolean;
  /** how many things are held, as far as the browser tells before they are let go */
  items: number;
}

const nothing: Held = { held: false, items: 0 };

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

const entriesOf = (transfer: DataTransfer): FileSystemEntry[] =>
  [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? []);

export function useDrop(): Held {
  const [held, setHeld] = useState<Held>(nothing);
  useEffect(() => {
    // Every element under the pointer tells of entering and leaving; the window is left when all were.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setHeld({ held: true, items: event.dataTransfer?.items.length ?? 0 });
    };
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHeld(nothing);
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setHeld(nothing);
      if (event.dataTransfer === null || !bringsFiles(event)) return;
      event.preventDefault();
      const { dataTransfer } = event;
      // Both must be taken before this handler returns: the browser empties the transfer then.
      void importGiven({ files: [...dataTransfer.files], entries: entriesOf(dataTransfer) });
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return held;
}
