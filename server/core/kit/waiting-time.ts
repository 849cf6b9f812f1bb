const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long to wait, as one says it: 45 秒, 15 分钟, 12 小时. Never shorter than it is. English has its plural marked. */
export function waitingTime(seconds: number): { zh: string; en: string } {
  if (seconds < 2 * MINUTE) return { zh: `${seconds} 秒`, en: `${seconds} [[second/seconds]]` };
  if (seconds < 2 * HOUR) return said(Math.ceil(seconds / MINUTE), '分钟', 'minute');
  return said(Math.ceil(seconds / HOUR), '小时', 'hour');
}

const said = (count: number, zh: string, en: string): { zh: string; en: string } => ({
  zh: `${count} ${zh}`,
  en: `${count} [[${en}/${en}s]]`,
});
