/** A room that is one scrolling page. Who comes by a key can scroll it at once. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

export function Page({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page" ref={page} tabIndex={0} role="group" aria-label={label}>
      <div className={wide ? 'page-column page-wide' : 'page-column'}>{children}</div>
    </div>
  );
}
