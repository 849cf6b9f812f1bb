/** How a project stands on the day it was last looked at: its worst warning, none, or no data to say. */
export const CARD_LEVELS = ['yellow', 'red', 'clear', 'noData'] as const;
export type CardLevel = (typeof CARD_LEVELS)[number];
