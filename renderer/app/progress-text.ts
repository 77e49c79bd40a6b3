/** Progress in words: `Importing 12,400 of 251,287 · 4,310 a second · 55 seconds left`. */
import type { RunningJob } from '../state/jobs.ts';
import { count, size } from '../words/figures.ts';
import { say } from '../words/say.ts';

/** How much is done, 0 to 1; null where it can't be known. */
export function shareOf({ progress, sent }: RunningJob): number | null {
  if (sent !== null) return sent;
  if (progress === null || progress.total === null || progress.total <= 0) return null;
  return Math.min(1, progress.done / progress.total);
}

export function progressText(job: RunningJob): string {
  if (job.sent !== null) return say('import.sending');
  const { progress } = job;
  if (progress === null) return job.label;
  const figure = progress.unit === 'bytes' ? size : count;
  const done =
    progress.total === null ? figure(progress.done) : `${figure(progress.done)} / ${figure(progress.total)}`;
  const parts = [`${say(`phase.${progress.phase}`)} ${done}`];
  if (progress.rate !== null && progress.rate > 0) {
    parts.push(say('status.rate', { rate: figure(Math.round(progress.rate)) }));
  }
  if (progress.secondsLeft !== null && progress.secondsLeft >= 1) {
    const seconds = Math.round(progress.secondsLeft);
    parts.push(
      seconds < 90
        ? say('status.left', { seconds })
        : say('status.minutesLeft', { minutes: Math.round(seconds / 60) }),
    );
  }
  return parts.join(' · ');
}
