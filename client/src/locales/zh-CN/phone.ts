import common from './common.ts';
import frame from './frame.ts';
import session from './session.ts';
import worker from './worker.ts';
import filing from './filing.ts';
import tracking from './tracking.ts';
import demo from './demo.ts';
import myPay from './my-pay.ts';
import myTruth from './my-truth.ts';

/** Everything the phone pages say, in Chinese. */
export default {
  common,
  frame,
  session,
  worker,
  filing,
  tracking,
  demo,
  myPay,
  myTruth,
};
