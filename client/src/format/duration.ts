/** From one moment to another, in the parts a person reads; null where an end is missing or unreadable. */
export function durationParts(
  from: string,
  to: string | undefined,
): {
  part: 'none' | 'seconds' | 'minutes' | 'hours';
  hours: number;
  minutes: number;
  seconds: number;
} | null {
  const ms = to === undefined ? Number.NaN : Date.parse(to) - Date.parse(from);
  if (!(ms >= 0)) return null;
  const whole = Math.floor(ms / 1_000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const part = hours > 0 ? 'hours' : minutes > 0 ? 'minutes' : seconds > 0 ? 'seconds' : 'none';
  return { part, hours, minutes, seconds };
}
