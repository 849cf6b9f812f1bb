const STORED_AS = 'anxin.project';

/** The site this person worked on last, in this browser: the pages of the pay side open with it. */
export const rememberedProject = (): string => localStorage.getItem(STORED_AS) ?? '';
export const rememberProject = (id: string): void => localStorage.setItem(STORED_AS, id);
