/** `TEST_LONG=1 npm test`: more rounds and whole months, which a run after every change has no time for. */
export const LONG = process.env['TEST_LONG'] === '1';
