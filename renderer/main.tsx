/**
 * Where the page begins. In three steps, each a task of its own: what crosses the contract, then the window, and once it
 * stands the rooms that were not asked for. All at once they would hold the page up for as long as a stutter is felt.
 */
import './strict-zod.ts';
import './style/index.css';

/** The window is at work by then, in milliseconds; a room that is entered earlier is read at once. */
const settled = 300;

async function begin(root: HTMLElement): Promise<void> {
  await import('../preload/contract/index.ts');
  const [{ createRoot }, { createElement }] = await Promise.all([
    import('react-dom/client'),
    import('react'),
  ]);
  const { App } = await import('./app/App.tsx');
  createRoot(root).render(createElement(App));
  const { readRooms } = await import('./app/rooms.tsx');
  setTimeout(() => void readRooms(), settled);
}

const root = document.getElementById('root');
if (root !== null) void begin(root);
