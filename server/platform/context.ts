import type { Grant } from '../core/contract/roles.ts';
import type { LeadPlatform } from '../core/contract/leads.ts';
import type { MachinePurpose } from '../core/contract/machine-clients.ts';
import type { StandIn } from '../core/office/stand-ins.ts';
import type { PlainDate } from '../core/kit/plain-date.ts';

/** A program of a bank, of attendance devices or of another platform, known by its signature; what it may touch is said here. */
export interface MachineActor {
  kind: 'machine';
  clientId: string;
  purposes: readonly MachinePurpose[];
  areaCode: string;
  bankBranchCode?: string;
  projectId?: string;
  leadPlatform?: LeadPlatform;
}

/** Who does it: a signed-in person, nobody known, or the system itself (jobs, seeds). */
export type Actor =
  | {
      kind: 'user';
      userId: string;
      name: string;
      grants: readonly Grant[];
      sessionId: string;
      /** Colleagues who are away today and for whom he stands in; what he does he does in his own name. */
      standsInFor?: readonly StandIn[];
    }
  | { kind: 'anonymous' }
  | MachineActor
  | { kind: 'system'; name: string };

/** What every use case is handed beside its plain values. */
export interface Ctx {
  actor: Actor;
  /** The grants that opened this door (never empty behind a role's door): reader limits come from these alone. */
  grants: readonly Grant[];
  now: Date;
  today: PlainDate;
  requestId: string;
  ip: string;
}

/** The context of a job, a seed or a command line. */
export function systemCtx(name: string, at: { now: Date; today: PlainDate }): Ctx {
  return { actor: { kind: 'system', name }, grants: [], ...at, requestId: `system:${name}`, ip: '' };
}

/** The user id of a signed-in actor; use cases behind `signedIn` doors may rely on it. */
export function actorUserId(ctx: Ctx): string {
  if (ctx.actor.kind !== 'user') throw new Error('This use case needs a signed-in actor');
  return ctx.actor.userId;
}

/** How an actor is written into events and histories: an id, never a name or a number. */
export function actorRef(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`;
  if (actor.kind === 'machine') return `machine:${actor.clientId}`;
  return actor.kind === 'system' ? `system:${actor.name}` : 'anonymous';
}
