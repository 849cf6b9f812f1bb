import type { DocumentSource } from '../../core/documents/source.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { personNameOf, signedInterviewsOf } from '../evidence/index.ts';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** The interview of a case that was signed last, as its record says it; that of somebody who made a report is never told. */
export async function interviewOfCase(caseId: string): Promise<Pick<DocumentSource, 'interview'>> {
  const last = (await signedInterviewsOf(caseId)).at(-1);
  if (last === undefined) return {};
  const { begunAt, endedAt, personRole, place, lines, inspectors } = last;
  return {
    interview: {
      personName: personNameOf(last),
      personRole,
      place,
      on: toShanghaiDay(begunAt.getTime()),
      times: `${TIME.format(begunAt)}至${endedAt === undefined ? '' : TIME.format(endedAt)}`,
      inspectors: inspectors.map(({ name }) => name),
      words: lines.map(({ question, answer }) => `问：${question}\n答：${answer}`).join('\n'),
    },
  };
}
