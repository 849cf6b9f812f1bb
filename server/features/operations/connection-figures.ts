import mongoose from 'mongoose';

/** Connections of this process to the store, and who waits for one: many that wait tell of a store that is too slow. */
export interface ConnectionFigures {
  open: number;
  busy: number;
  waiting: number;
}

/** What the driver keeps of each server of the store; it publishes only when each of them changes. */
interface Pool {
  totalConnectionCount: number;
  currentCheckedOutCount: number;
  waitQueueSize: number;
}
interface Topology {
  s: { servers: ReadonlyMap<string, { pool: Pool }> };
}

/** As it is at this moment. */
export function connectionFigures(): ConnectionFigures {
  const { topology } = mongoose.connection.getClient() as unknown as { topology?: Topology }; // see above
  const figures: ConnectionFigures = { open: 0, busy: 0, waiting: 0 };
  for (const { pool } of topology?.s.servers.values() ?? []) {
    figures.open += pool.totalConnectionCount;
    figures.busy += pool.currentCheckedOutCount;
    figures.waiting += pool.waitQueueSize;
  }
  return figures;
}
