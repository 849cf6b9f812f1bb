import { PROCEEDING_KINDS } from '../../../server/core/contract/proceedings.ts';
import { printCitation, isCitable } from '../../../server/core/law/articles.ts';
import { isPeriodId, period, type PeriodId } from '../../../server/core/law/periods.ts';
import { isOffices } from '../../../server/core/lives/own-periods.ts';
import { PROCEEDINGS } from '../../../server/core/proceedings/proceedings.ts';

function lengthWords(id: PeriodId): string {
  const { length, parameterDefault } = period(id);
  if ('namedBy' in length) return '由本机关确定';
  if (parameterDefault === true) return '本地区参数，未设置不计';
  if ('workingDays' in length) return `${length.workingDays} 个工作日`;
  if ('calendarDays' in length) return `${length.calendarDays} 日`;
  if ('months' in length) return `${length.months} 个月`;
  if ('hours' in length) return `${length.hours} 小时`;
  throw new Error(`no words for the length of ${id}`);
}

function lawWords(id: PeriodId): string {
  const { cite, parameterDefault } = period(id);
  return parameterDefault === true || !isCitable(cite) ? '—' : printCitation(cite, 'zh');
}

/** The table of the guide, from the tables of the program: kinds, periods, lengths, whose they are, articles. */
export function guideTable(): string[][] {
  return PROCEEDING_KINDS.flatMap((kind) => {
    const { name, flow } = PROCEEDINGS[kind];
    const edges = Object.values(flow).flatMap((open) => Object.values(open));
    const ids = [...new Set(edges.flatMap((edge) => edge?.starts ?? []))].filter(isPeriodId);
    if (ids.length === 0) return [[name.zh, '没有法定期限', '—', '—', '—']];
    return ids.map((id) => [
      name.zh,
      period(id).zh,
      lengthWords(id),
      isOffices(id) ? '进队列' : '只显示',
      lawWords(id),
    ]);
  });
}
