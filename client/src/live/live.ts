import type { Socket } from 'socket.io-client';
import { onScopeDispose, ref } from 'vue';

type Heard = (payload: Record<string, unknown>) => void;

const listeners = new Map<string, Set<Heard>>();
let socket: Socket | undefined;

/** Is the line to the server open? While it is not, screens still work: the socket only hints what to fetch again. */
export const isLive = ref(false);

/** Opens the one socket of this page, after sign-in; the library is fetched only then. */
export async function connectLive(): Promise<void> {
  if (socket) {
    if (!socket.connected) socket.connect();
    return;
  }
  const { io } = await import('socket.io-client');
  socket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 30_000 });
  socket.on('connect', () => (isLive.value = true));
  socket.on('disconnect', () => (isLive.value = false));
  socket.onAny((event: string, payload: unknown) => {
    const facts = typeof payload === 'object' && payload !== null ? { ...payload } : {};
    for (const heard of listeners.get(event) ?? []) heard(facts);
  });
}

/** Hears an event for as long as the component lives. */
export function onLive(event: string, heard: Heard): void {
  const all = listeners.get(event) ?? new Set();
  all.add(heard);
  listeners.set(event, all);
  onScopeDispose(() => all.delete(heard));
}
