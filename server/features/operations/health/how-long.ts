/** A length of time as one says it: minutes, from two hours on hours, from three days on days. */
export function howLong(seconds: number): { zh: string; en: string } {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 120) return { zh: `${minutes} 分钟`, en: `${minutes} min` };
  const hours = Math.round(minutes / 60);
  if (hours < 72) return { zh: `${hours} 小时`, en: `${hours} h` };
  const days = Math.round(hours / 24);
  return { zh: `${days} 天`, en: `${days} days` };
}
