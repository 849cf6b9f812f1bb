/** What was typed is looked for as it stands: a pattern that matches just this text. */
export const literalPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
