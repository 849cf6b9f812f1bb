import { readFileSync, writeFileSync } from 'node:fs';

// Loaded before a program (`--import`): its wall clock is wrong by CLOCK_SHIFT_MS milliseconds, and by as many more as
// stand in CLOCK_SHIFT_FILE, again whenever that file changes. What measures durations and timers go on as on a real
// machine. Beside the file each process notes by how much it is wrong now.
const LOOK_MS = 25;
const fixed = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const file = process.env.CLOCK_SHIFT_FILE;
const RealDate = Date;
let shift = 0;

function look() {
  const before = shift;
  try {
    shift = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shift = 0; // no file: nothing more
  }
  if (shift !== before) writeFileSync(`${file}.${process.pid}`, String(shift));
}
if (file !== undefined) {
  look();
  setInterval(look, LOOK_MS).unref();
}

const now = () => RealDate.now() + fixed + shift;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
