import board from './board.ts';
import certificateCheck from './certificate-check.ts';
import documentCheck from './document-check.ts';
import gridDoors from './grid-doors.ts';
import myArrears from './my-arrears.ts';
import myGroup from './my-group.ts';
import trackActs from './track-acts.ts';

/** What a few pages say that hardly anybody opens first: fetched with the first of them. */
export default { board, certificateCheck, documentCheck, gridDoors, myArrears, myGroup, trackActs };
