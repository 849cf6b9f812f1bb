import mongoose from 'mongoose';

/** Connections of this process to the store, and who waits for one: many that wait tell of a store that is too slow. */
export interface ConnectionFigures {
  open: number;
  busy: number;
  waiting: number;
}

const counted = new WeakMap<object, ConnectionFigures>();

/** Counts from the first call on, so it is asked for when the process begins; the driver tells, nothing is polled. */
export function connectionFigures(): ConnectionFigures {
  const client = mongoose.connection.getClient();
  const known = counted.get(client);
  if (known !== undefined) return known;
  const figures: ConnectionFigures = { open: 0, busy: 0, waiting: 0 };
  counted.set(client, figures);
  client.on('connectionCreated', () => (figures.open += 1));
  client.on('connectionClosed', () => (figures.open -= 1));
  client.on('connectionCheckOutStarted', () => (figures.waiting += 1));
  client.on('connectionCheckOutFailed', () => (figures.waiting -= 1));
  client.on('connectionCheckedOut', () => {
    figures.waiting -= 1;
    figures.busy += 1;
  });
  client.on('connectionCheckedIn', () => (figures.busy -= 1));
  return figures;
}
