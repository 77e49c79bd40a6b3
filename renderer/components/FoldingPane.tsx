/** A pane at the side of a room: folds away with a press, keeps its width, and lies over the room where there is no space. */
import { PanelLeft, PanelRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { closeDrawer, togglePane, usePane } from '../state/pane.ts';
import { useSettings } from '../state/settings.ts';
import type { Pane } from '../state/settings.ts';
import type { WordKey } from '../words/en.ts';
import { say } from '../words/say.ts';
import { IconButton } from './IconButton.tsx';
import { PaneEdge } from './PaneEdge.tsx';

interface Props {
  side: 'left' | 'right';
  pane: Pane;
  label: string;
  children: ReactNode;
}

const names: Record<Pane, { show: WordKey; hide: WordKey }> = {
  facets: { show: 'pane.showFacets', hide: 'pane.hideFacets' },
  preview: { show: 'pane.showPreview', hide: 'pane.hidePreview' },
  outline: { show: 'pane.showOutline', hide: 'pane.hideOutline' },
  about: { show: 'pane.showAbout', hide: 'pane.hideAbout' },
};

export function FoldingPane({ side, pane, label, children }: Props) {
  const { open, drawer } = usePane(pane);
  const element = useRef<HTMLElement>(null);
  const width = useSettings(state => state.widths[pane]);
  useEffect(() => closeDrawer, []);
  const name = say(open ? names[pane].hide : names[pane].show);
  const fold = (
    <div className="pane-fold">
      <IconButton
        icon={side === 'left' ? PanelLeft : PanelRight}
        name={name}
        onPress={() => togglePane(pane)}
      />
    </div>
  );
  if (!open) return <div className={`pane pane-${side} pane-folded`}>{fold}</div>;
  const className = `pane pane-${side} pane-${pane}${drawer ? ' pane-drawer' : ''}`;
  return (
    <section
      className={className}
      aria-label={label}
      ref={element}
      {...(width === undefined || drawer ? {} : { style: { width: `${width}px` } })}
    >
      {fold}
      {children}
      {drawer ? null : <PaneEdge side={side} pane={pane} label={label} element={element} />}
    </section>
  );
}
