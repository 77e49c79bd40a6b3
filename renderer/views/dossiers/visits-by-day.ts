/** Opened cables by the day on which that was, the newest first, each once a day. Pure. */
import type { Visit } from '../../../preload/contract/index.ts';

export interface Day {
  /** the time of its newest visit, ISO 8601 */
  date: string;
  visits: Visit[];
}

/** Days are those of UTC, as all dates of the window. */
export function visitsByDay(history: readonly Visit[]): Day[] {
  const days = new Map<string, Map<string, Visit>>();
  for (const visit of history) {
    const name = visit.opened.slice(0, 10);
    const day = days.get(name) ?? new Map<string, Visit>();
    if (!day.has(visit.cable)) day.set(visit.cable, visit);
    days.set(name, day);
  }
  return [...days].map(([name, visits]) => ({ date: name, visits: [...visits.values()] }));
}
