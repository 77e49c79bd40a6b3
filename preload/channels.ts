/** The three channels between the page and main: generic ones, so that a new method needs no new channel. */
export const channels = {
  /** a method's name and input; answers a Result */
  call: 'valise:call',
  /** paths of dropped files; answers a Result with handles */
  register: 'valise:register',
  /** an event's name and data */
  event: 'valise:event',
} as const;
