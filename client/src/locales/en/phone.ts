import common from './common.ts';
import frame from './frame.ts';
import nav from './nav.ts';
import role from './role.ts';
import session from './session.ts';
import home from './home.ts';
import worker from './worker.ts';
import filing from './filing.ts';
import tracking from './tracking.ts';
import demo from './demo.ts';

/** Everything the phone pages say, in English. */
export default { common, frame, nav, role, session, home, worker, filing, tracking, demo };
