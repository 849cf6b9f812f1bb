import { readFileSync, writeFileSync } from 'node:fs';

// Loaded before a program of the product (`--import`): its wall clock goes wrong by as many milliseconds as stand in a
// file, and again whenever the file changes. What measures durations and timers go on as on a real machine. Beside the
// file each process notes by how much its clock is wrong now.
const LOOK_MS = 25;
const file = process.env.CLOCK_SHIFT_FILE ?? '';
const RealDate = Date;
let shift = 0;

function look() {
  const before = shift;
  try {
    shift = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shift = 0; // no file: the clock is right
  }
  if (shift !== before) writeFileSync(`${file}.${process.pid}`, String(shift));
}
look();
setInterval(look, LOOK_MS).unref();

const now = () => RealDate.now() + shift;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
