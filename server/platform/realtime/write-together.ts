import type { Socket as Connection } from 'node:net';
import type { Server } from 'socket.io';

/** A page's line, as far down as engine.io and ws keep it; a page that polls has none. */
interface Line {
  transport: { socket?: { _socket?: Connection | null } };
}
const connectionOf = ({ transport }: Line): Connection | null => transport.socket?._socket ?? null;

/**
 * Several messages that wait for one page leave in one write to the system, not in one each: what a transaction tells of
 * many records costs a server with hundreds of pages half.
 */
export function writeTogether({ engine }: Pick<Server, 'engine'>): void {
  engine.on('flush', (line: Line, waiting: readonly unknown[]) => {
    if (waiting.length > 1) connectionOf(line)?.cork();
  });
  // Comes as soon as they were handed over, in the same turn.
  engine.on('drain', (line: Line) => {
    const connection = connectionOf(line);
    if (connection !== null && connection.writableCorked > 0) connection.uncork();
  });
}
