import { failure } from './reply.ts';
import { announcedLength, frame, readMessage } from './wire.ts';
import type { Socket } from 'node:net';
import type { Log } from './engine.ts';
import type { Message } from './wire.ts';

type Answer = (message: Message) => Promise<Buffer>;

/** A client that sends ahead of its replies is read no further than this. */
const READ_AHEAD = 1_000_000;

/** Reads requests off one socket and answers them in turn; bytes that are no request end the connection. */
export function serve(socket: Socket, answer: Answer, log: Log, longest: () => number): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;
  let busy = false;

  /** The next complete message, or undefined until more bytes have come. */
  const take = (): Buffer | undefined => {
    wanted ??= announcedLength(held >= 16 ? join() : EMPTY, longest());
    if (wanted === null || held < wanted) return undefined;
    const all = join();
    const message = all.subarray(0, wanted);
    const rest = all.subarray(wanted);
    chunks = rest.length > 0 ? [rest] : [];
    held = rest.length;
    wanted = null;
    return message;
  };
  const join = (): Buffer => {
    if (chunks.length !== 1) chunks = [Buffer.concat(chunks, held)];
    return chunks[0] ?? EMPTY;
  };

  const work = async (): Promise<void> => {
    busy = true;
    for (let bytes = take(); bytes && !socket.destroyed; bytes = take()) {
      const message = readMessage(bytes);
      if ('refusal' in message) socket.write(frame(message.requestId, false, failure(message.refusal)));
      else {
        const reply = await answer(message);
        if (!message.silent) socket.write(frame(message.requestId, message.legacy, reply));
      }
      if (socket.writableNeedDrain) await drained(socket);
    }
    busy = false;
    if (socket.isPaused()) socket.resume();
  };

  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (!busy) {
      work().catch((error: unknown) => {
        log(`connection dropped: ${error instanceof Error ? error.message : 'unreadable bytes'}`);
        socket.destroy();
      });
    } else if (held > READ_AHEAD) socket.pause();
  });
  socket.on('error', () => socket.destroy()); // the other side went away
}

const EMPTY = Buffer.alloc(0);

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
