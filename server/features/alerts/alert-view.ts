import { ladderOf } from '../../core/alerts/ladder.ts';
import { numbersOf } from '../../core/alerts/rule-numbers.ts';
import type { AlertRule, RecordRef, Words } from '../../core/alerts/rule.ts';
import { findAlertRule } from '../../core/alerts/rules.ts';
import type { AlertAnswer, AlertRow, AlertView } from '../../core/contract/alerts.ts';
import { diffDays, toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import { fileViews } from '../files/index.ts';
import { readParameters } from '../parameters/index.ts';
import { alertActions, isForOffice, looksOnAsCompany } from './alert-reach.ts';
import { alertNumber } from './alert-number.ts';
import { forCompany } from './company-eyes.ts';
import type { AlertRecord } from './alert.record.ts';
import { freshnessOf } from './freshness.ts';
import { findKnown } from './fact-snapshot.model.ts';
import { lastScanOn } from './scan/scan-state.model.ts';
import type { ruleSettings } from './scan/look-settings.ts';
import { settingsOn } from './scan/look-settings.ts';

/** The rule in words; the bare id where the program no longer has it. */
export const questionOf = (rule: string): Words => findAlertRule(rule)?.question ?? { zh: rule, en: rule };

/** What may be printed as law beside a rule. */
export function citationOf(rule: AlertRule | undefined): { citation?: Words } {
  const cite = rule?.cite;
  if (cite === undefined || !isCitable(cite)) return {};
  return { citation: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } };
}

/** Has the company said anything since it was asked? On the day of the question only its own mark can tell. */
const isAnswered = ({ asked, answers }: Pick<AlertRecord, 'asked' | 'answers'>): boolean =>
  asked !== undefined &&
  (asked.answeredOn !== undefined || answers.some(({ at }) => toShanghaiDay(at.getTime()) > asked.askedOn));

/** A row of the queue. */
export function alertRow(alert: AlertRecord, today: PlainDate): AlertRow {
  const { version, rule, level, state, areaCode, projectId, projectName, month } = alert;
  const { since, raisedOn, curedOn, message, steps, asked } = { ...alert, curedOn: alert.endedOn };
  const step = steps.at(-1)?.step;
  return {
    id: String(alert._id),
    number: alertNumber(alert),
    ...{ version, rule, question: questionOf(rule), level, state, areaCode, projectId, projectName },
    ...(month === undefined ? {} : { month }),
    ...{ since, raisedOn },
    ...(state === 'cured' && curedOn !== undefined ? { curedOn } : {}),
    ageDays: diffDays(since, alert.endedOn ?? today),
    message,
    ...(step === undefined ? {} : { step }),
    ...(asked === undefined ? {} : { answerBy: asked.answerBy }),
    ...(asked?.ordered === true ? { ordered: true as const } : {}),
    ...(isAnswered(alert) ? { answered: true as const } : {}),
  };
}

const LABELS: Readonly<Record<RecordRef['kind'], Words>> = {
  project: { zh: '工程项目', en: 'Project' },
  payrollSheet: { zh: '工资表', en: 'Payroll sheet' },
  team: { zh: '班组', en: 'Team' },
  enrolment: { zh: '花名册', en: 'Roster entry' },
  transaction: { zh: '专户流水', en: 'Account movement' },
  complaint: { zh: '投诉举报', en: 'Complaint' },
  case: { zh: '案件', en: 'Case' },
  company: { zh: '企业', en: 'Company' },
  safeguards: { zh: '保障措施', en: 'Safeguards' },
};

/** What this reader is shown of it: a company does not read what the office means to do. */
export const asSeenBy = (alert: AlertRecord, ctx: Ctx): AlertRecord =>
  looksOnAsCompany(alert.areaCode, ctx) ? forCompany(alert) : alert;

/** An alert as this reader may see it: why, by which numbers, on what records, how fresh, and what he may do. */
export async function alertView(whole: AlertRecord, ctx: Ctx): Promise<AlertView> {
  const alert = asSeenBy(whole, ctx);
  const rule = findAlertRule(alert.rule);
  // What it was judged by, and not what was set since: its words rest on these numbers.
  const known = await findKnown(alert.projectId, alert.goneOn ?? ctx.today);
  const { rules } = known?.settings ?? (await settingsOn(ctx.today, await readParameters())(alert.areaCode));
  const { values, cure, answers, judgement, complaintId, caseId, inspectionId } = alert;
  return {
    ...alertRow(alert, ctx.today),
    cure,
    ...(isForOffice(alert.rule) ? { forOffice: true as const } : {}),
    numbers: rule === undefined ? [] : numbersShown(rule, rules),
    values,
    records: alert.records.map((ref) => ({ ...ref, label: LABELS[ref.kind] })),
    freshness: rule === undefined ? [] : freshnessOf(rule, known?.facts, ctx.today),
    ...citationOf(rule),
    ladder: rule?.ladder === true ? rungs(alert, rules, ctx.today) : [],
    checkedOn: (await lastScanOn()) ?? alert.raisedOn,
    stillSo: alert.standing === true,
    answers: await answersShown(answers),
    ...(judgement === undefined
      ? {}
      : {
          judgement: {
            right: judgement.right,
            at: judgement.at.toISOString(),
            ...(judgement.note === undefined ? {} : { note: judgement.note }),
          },
        }),
    ...(complaintId === undefined ? {} : { complaintId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(inspectionId === undefined ? {} : { inspectionId }),
    history: (alert.history ?? []).map(({ at, by, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    })),
    actions: await alertActions(whole, ctx),
  };
}

/** What companies said, with what they showed; the accounts behind the files are nobody's business here. */
async function answersShown(answers: AlertRecord['answers']): Promise<AlertAnswer[]> {
  const stored = await fileViews(answers.flatMap(({ fileIds }) => fileIds));
  const files = new Map(stored.map((file) => [file.id, { ...file, uploadedBy: '' }]));
  return answers.map(({ at, byId: _, settled, fileIds, ...answer }) => ({
    ...answer,
    files: fileIds.flatMap((id) => files.get(id) ?? []),
    at: at.toISOString(),
    ...(settled === undefined ? {} : { settled: { ...settled, at: settled.at.toISOString() } }),
  }));
}

/** The numbers a rule compares with, each said to be the area's own or our suggestion. */
export function numbersShown(
  rule: AlertRule,
  settings: ReturnType<typeof ruleSettings>,
): AlertView['numbers'] {
  return Object.entries(numbersOf(rule, settings)).map(([name, { value, isSuggested }]) => ({
    name,
    label: rule.numbers[name]?.label ?? { zh: name, en: name },
    value,
    unit: rule.numbers[name]?.unit ?? 'count',
    isSuggested,
  }));
}

function rungs(
  { since, steps }: AlertRecord,
  settings: ReturnType<typeof ruleSettings>,
  today: PlainDate,
): AlertView['ladder'] {
  return ladderOf(since, settings, today).map(({ step, dueOn }) => {
    const reachedOn = steps.find((one) => one.step === step)?.reachedOn;
    return { step, dueOn, ...(reachedOn === undefined ? {} : { reachedOn }) };
  });
}
