/** A part of what is told beside a cable, under its title. */
import type { ReactNode } from 'react';
import type { WordKey } from '../../words/en.ts';
import { say } from '../../words/say.ts';

export function Part({ title, children }: { title: WordKey; children: ReactNode }) {
  return (
    <section className="about-part">
      <h3>{say(title)}</h3>
      {children}
    </section>
  );
}
