import type { Socket } from 'socket.io-client';
import { onScopeDispose } from 'vue';

type Heard = (payload: Record<string, unknown>) => void;

/** Heard when the line is open again after a break. */
export const LINE_BACK = 'lineBack';
const LONGEST_PAUSE_MS = 30_000;
const listeners = new Map<string, Set<Heard>>();
let socket: Socket | undefined;
let mayStay: (() => Promise<boolean>) | undefined;

/**
 * Opens the one socket of this page, after sign-in; the library is fetched only then. It only hints what to fetch
 * again, so without it every screen still works. `isSignedIn` is asked when the server closes the line: it does so
 * when it restarts, and when the session has ended.
 */
export async function connectLive(isSignedIn: () => Promise<boolean>): Promise<void> {
  mayStay = isSignedIn;
  if (socket) {
    if (!socket.connected) socket.connect();
    return;
  }
  const { io } = await import('socket.io-client');
  // While the library came the person may have signed out, or another caller may have opened the line.
  if (socket || mayStay === undefined) return;
  socket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: LONGEST_PAUSE_MS });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') void comeBack();
  });
  // What was said while the line was down is lost: whoever listens asks the server again.
  let wasOpen = false;
  socket.on('connect', () => {
    if (wasOpen) tell(LINE_BACK, {});
    wasOpen = true;
  });
  socket.onAny((event: string, payload: unknown) => {
    const facts = typeof payload === 'object' && payload !== null ? { ...payload } : {};
    tell(event, facts);
  });
}

function tell(event: string, facts: Record<string, unknown>): void {
  for (const heard of listeners.get(event) ?? []) heard(facts);
}

/** Before another person signs in on this page: the line belongs to a session. */
export function closeLive(): void {
  mayStay = undefined;
  socket?.disconnect();
}

async function comeBack(): Promise<void> {
  for (let pause = 1_000; mayStay !== undefined; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      if (await mayStay()) socket?.connect();
      return;
    } catch {
      // Not reachable: the server restarts, or the network is gone. Ask again, less and less often.
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Hears an event for as long as the component lives. */
export function onLive(event: string, heard: Heard): void {
  const all = listeners.get(event) ?? new Set();
  all.add(heard);
  listeners.set(event, all);
  onScopeDispose(() => all.delete(heard));
}
