/** Where the page begins. */
import './strict-zod.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './style/index.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
