/** A room that is one scrolling page. Who comes by a key can scroll it at once. */
import type { ReactNode } from 'react';
import { useTakeFocus } from './take-focus.ts';

export function Page({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const page = useTakeFocus<HTMLDivElement>();
  return (
    <div className="page" ref={page} tabIndex={0} role="group" aria-label={label}>
      <div className={wide ? 'page-column page-wide' : 'page-column'}>{children}</div>
    </div>
  );
}
