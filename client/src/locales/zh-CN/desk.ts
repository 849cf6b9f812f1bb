import common from './common.ts';
import frame from './frame.ts';
import nav from './nav.ts';
import role from './role.ts';
import session from './session.ts';
import progress from './progress.ts';
import home from './home.ts';

/** Everything the desk pages say, in Chinese. */
export default { common, frame, nav, role, session, progress, home };
