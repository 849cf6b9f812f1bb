import { words } from '../lives/facts.ts';
import { lifeTable } from '../lives/life-table.ts';
import { AFTER_DECISION, BEFORE_DECISION } from './listing-actions.ts';
import { listingFigures } from './listing-figures.ts';
import type { ListingNow, ListingRole } from './listing-now.ts';

const drop = {
  to: 'dropped',
  by: ['bureauHead'],
  meets: ['listingDecision', 'listingObjection', 'objectionCheck'],
} as const;
/** Without the order nothing is left to list for. */
const orderGone = { ...drop, by: ['inspector', 'bureauHead'], cite: 'BLK-16-1' } as const;
const spare = { ...drop, to: 'spared', cite: 'BLK-7-1' } as const;
const extend = { by: ['bureauHead'], cite: 'BLK-8-1' } as const;
const decide = {
  to: 'decided',
  by: ['bureauHead'],
  // An objection nobody made has lapsed; nobody was late with it.
  meets: ['listingDecision'],
  starts: ['listingTerm', 'listingRemoval'],
  cite: 'BLK-8-1',
} as const;
const correct = { by: ['inspector'], starts: ['earlyRemovalWait'], cite: 'BLK-12-1' } as const;
const orderRevoked = {
  to: 'leaving',
  by: ['inspector', 'bureauHead'],
  meets: ['listingTerm', 'earlyRemovalDecision', 'reconsideration', 'suit'],
  starts: ['listingRemoval'],
  cite: 'BLK-16-1',
} as const;
const expired = {
  to: 'removed',
  by: ['inspector'],
  meets: ['listingRemoval', 'earlyRemovalDecision'],
  cite: 'BLK-17-1',
} as const;
const restore = {
  to: 'decided',
  by: ['bureauHead'],
  starts: ['listingTerm', 'listingRemoval', 'earlyRemovalWait'],
  cite: 'BLK-15-1',
} as const;

/**
 * 拖欠农民工工资失信联合惩戒名单: a served and missed order, prior notice, objection, decision, three years on the list,
 * and the ways off it. Who is listed stands beside it: the employer and those responsible.
 * @law BLK-5-1
 * @law BLK-5-2
 * @law BLK-8-1
 */
export const LISTING = lifeTable<ListingRole, ListingNow>()({
  name: words('失信联合惩戒名单', 'Dishonesty list'),
  cite: 'BLK-5-1',
  flow: {
    unopened: {
      open: { to: 'proposed', by: ['inspector'], starts: ['listingDecision'], cite: 'BLK-5-1' },
    },
    proposed: {
      approveNotice: { to: 'noticeApproved', by: ['bureauHead'], cite: 'BLK-6-1' },
      extend: { to: 'proposed', ...extend },
      spare,
      drop: { ...drop, by: ['inspector', 'bureauHead'] },
      orderRevoked: orderGone,
    },
    noticeApproved: {
      serveNotice: { to: 'noticed', by: ['inspector'], starts: ['listingObjection'], cite: 'BLK-6-1' },
      extend: { to: 'noticeApproved', ...extend },
      spare,
      drop,
      orderRevoked: orderGone,
    },
    noticed: {
      objection: {
        to: 'objected',
        by: ['inspector'],
        meets: ['listingObjection'],
        starts: ['objectionCheck'],
        cite: 'BLK-6-2',
      },
      decide,
      extend: { to: 'noticed', ...extend },
      spare,
      drop,
      orderRevoked: orderGone,
    },
    objected: {
      verify: { to: 'verified', by: ['inspector'], meets: ['objectionCheck'], cite: 'BLK-6-2' },
      extend: { to: 'objected', ...extend },
      spare,
      orderRevoked: orderGone,
    },
    verified: { decide, extend: { to: 'verified', ...extend }, spare, drop, orderRevoked: orderGone },
    decided: {
      serveDecision: {
        to: 'served',
        by: ['inspector'],
        starts: ['reconsideration', 'suit'],
        cite: 'BLK-18-1',
      },
      correct: { to: 'decided', ...correct },
      remove: expired,
      orderRevoked,
    },
    served: {
      publish: { to: 'listed', by: ['inspector'], cite: 'BLK-9-1' },
      correct: { to: 'served', ...correct },
      remove: expired,
      orderRevoked,
    },
    listed: {
      correct: { to: 'listed', ...correct },
      applyEarly: {
        to: 'applied',
        by: ['inspector'],
        starts: ['earlyRemovalDecision'],
        cite: 'BLK-14-1',
      },
      remove: expired,
      orderRevoked,
    },
    applied: {
      grantEarly: {
        to: 'leavingEarly',
        by: ['bureauHead'],
        meets: ['earlyRemovalDecision', 'listingTerm'],
        starts: ['listingRemoval'],
        cite: 'BLK-14-1',
      },
      refuseEarly: {
        to: 'listed',
        by: ['bureauHead'],
        meets: ['earlyRemovalDecision'],
        cite: 'BLK-14-1',
      },
      remove: expired,
      orderRevoked,
    },
    leaving: {
      remove: { to: 'removed', by: ['inspector'], meets: ['listingRemoval'], cite: 'BLK-17-1' },
    },
    leavingEarly: {
      remove: { to: 'removedEarly', by: ['inspector'], meets: ['listingRemoval'], cite: 'BLK-17-1' },
      restore,
    },
    removedEarly: { restore },
    removed: {},
    spared: {},
    dropped: {},
  },
  states: {
    proposed: words('已提出，待批准告知', 'Proposed'),
    noticeApproved: words('告知已批准，待送达', 'Notice approved'),
    noticed: words('已告知，异议期内', 'Notified'),
    objected: words('异议核实中', 'Objection checked'),
    verified: words('异议已核实，待决定', 'Objection answered'),
    decided: words('已决定列入，待送达', 'Decided, to be served'),
    served: words('已送达，待公布', 'Served, to be published'),
    listed: words('在名单上', 'On the list'),
    applied: words('提前移出审查中', 'Early removal applied for'),
    leaving: words('决定已失效，待移出', 'To be removed'),
    leavingEarly: words('准予提前移出，待移出', 'Early removal granted'),
    removedEarly: words('已提前移出', 'Removed early'),
    removed: words('已移出', 'Removed'),
    spared: words('不予列入（已改正并承诺）', 'Spared'),
    dropped: words('不予列入', 'Not listed'),
  },
  actions: { ...BEFORE_DECISION, ...AFTER_DECISION },
  follows: { listingRemoval: 'listingTerm' },
  figures: listingFigures,
});
