import board from './board.ts';
import documentCheck from './document-check.ts';

/** What pages say that strangers open from a code on paper: fetched with the first of them, not by every worker. */
export default { board, documentCheck };
