import type { AlertView } from '../../core/contract/alerts.ts';
import { fen } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import { findAlertRule } from '../../core/alerts/rules.ts';
import type { Ctx } from '../../platform/context.ts';
import { openReport } from '../complaints/index.ts';
import type { AlertRecord } from './alert.record.ts';
import type { AlertTarget } from './move-alert.ts';
import { moveAlert } from './move-alert.ts';

/**
 * Opens a lead in the office's queue with everything the alert holds; from there it goes the way of any other. An alert
 * opens one lead: asked again it shows the one there is.
 */
export function openCaseOfAlert(target: AlertTarget, submission: object, ctx: Ctx): Promise<AlertView> {
  return moveAlert(target, 'openCase', {}, ctx, async (alert) => {
    if (alert.complaintId !== undefined) return null;
    const { areaCode, projectId, employerId, month } = alert;
    const opened = await openReport(
      {
        ...{ areaCode, projectId, payMonths: month === undefined ? [] : [month] },
        ...(employerId === undefined ? {} : { employerId }),
        headcount: Math.max(1, whole(alert.values['people'])),
        owedFen: owedOf(alert),
        story: storyOf(alert),
        alertId: String(alert._id),
        fileIds: shownFiles(alert),
      },
      submission,
      ctx,
    );
    return { set: { complaintId: opened.id }, facts: { receiptNumber: opened.receiptNumber } };
  });
}

/** What companies showed; of very many the newest, the others remain with the alert. */
const MOST_FILES = 200;
const shownFiles = ({ answers }: AlertRecord): string[] =>
  [...new Set(answers.flatMap(({ fileIds }) => fileIds))].slice(-MOST_FILES);

const whole = (value: number | string | undefined): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
const owedOf = ({ values }: AlertRecord): Fen => fen(Math.max(0, whole(values['shortFen'])));

/**
 * The lead in words: what, why by which rule, what was asked and said. Names of people are not among it; the records are
 * behind the alert, which the lead links to.
 */
function storyOf({ message, cure, rule, since, answers, asked }: AlertRecord): string {
  const known = findAlertRule(rule);
  const cite = known?.cite;
  const lines = [
    `预警：${message.zh}（自 ${since} 起）。`,
    ...(known === undefined ? [] : [`规则：${known.question.zh}`]),
    ...(cite !== undefined && isCitable(cite) ? [`依据：${printCitation(cite, 'zh')}`] : []),
    `如何解除：${cure.zh}。`,
    ...(asked === undefined
      ? []
      : [`监察机构要求（${asked.askedOn}，最晚 ${asked.answerBy}）：${asked.text}`]),
    ...answers.map(
      ({ kind, text, at }) =>
        `企业${kind === 'contest' ? '异议' : '答复'}（${toShanghaiDay(at.getTime())}）：${text}`,
    ),
  ];
  return lines.join('\n').slice(0, 3_000);
}
