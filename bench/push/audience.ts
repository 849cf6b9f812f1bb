import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/** So many in scope. */
export const LISTENERS = 200;
const OUTSIDERS = 20;
const WITHIN_MS = 10_000;
const LOOK_MS = 5;

/** Whose cookie a socket comes with, and which room of the bare server it asks for. */
export interface Seat {
  cookie: string;
  room: 'in' | 'out';
}

/** Everybody who listens, and how often they heard something. */
export class Audience {
  readonly #sockets: Socket[] = [];
  /** Receipts of what happened since they were last forgotten. */
  receipts = 0;
  #lastAt = 0;
  /** Receipts by people it is none of the business of. */
  outOfScope = 0;

  /** `inside` and `outside` are taken in turn until there are enough. */
  async gather(url: string, inside: readonly string[], outside: readonly string[]): Promise<void> {
    const seats = [
      ...Array.from({ length: LISTENERS }, (_, at) => ({
        cookie: cookieOf(inside, at),
        room: 'in' as const,
      })),
      ...Array.from({ length: OUTSIDERS }, (_, at) => ({
        cookie: cookieOf(outside, at),
        room: 'out' as const,
      })),
    ];
    for (const seat of seats) await this.#sit(url, seat);
  }

  async #sit(url: string, { cookie, room }: Seat): Promise<void> {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { room },
      extraHeaders: { cookie, origin: url },
    });
    this.#sockets.push(socket);
    socket.on('complaintChanged', () => {
      if (room === 'in') this.#hear();
      else this.outOfScope += 1;
    });
    // Node's events of socket.io-client: `once` settles on either
    await Promise.race([
      once(socket as never, 'connect'),
      once(socket as never, 'connect_error').then(([error]: unknown[]) => Promise.reject(asError(error))),
    ]);
  }

  #hear(): void {
    this.receipts += 1;
    this.#lastAt = performance.now();
  }

  /** The moment of the last receipt once so many events have reached everybody; what has not come then is lost. */
  async settled(events: number): Promise<number> {
    const end = performance.now() + WITHIN_MS;
    while (this.receipts < events * LISTENERS && performance.now() < end) await pause(LOOK_MS);
    return this.#lastAt;
  }

  forget(): void {
    this.receipts = 0;
    this.outOfScope = 0;
  }

  leave(): void {
    for (const socket of this.#sockets) socket.disconnect();
  }
}

function cookieOf(cookies: readonly string[], at: number): string {
  return cookies[at % cookies.length] ?? '';
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
