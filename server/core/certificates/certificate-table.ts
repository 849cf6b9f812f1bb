import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, files, line, note, people, reason, tick } from '../lives/form.ts';
import type { LengthsOfArea, LifeSituation } from '../lives/life-table.ts';
import { lifeTable } from '../lives/life-table.ts';
import type { CreditFact, CreditRecord } from './credit-facts.ts';
import { countFacts, CREDIT_FACT_WORDS } from './credit-facts.ts';

/** As whom somebody acts on a certificate: the company it is for, its office, or the system at the end of its days. */
export type CertificateRole = 'company' | 'clerk' | 'inspector' | 'bureauHead' | 'system';

export interface CertificateSituation extends LifeSituation {
  /** The record as it was frozen. */
  readonly record: CreditRecord;
  /** What has come up since; known where somebody decides. */
  readonly since: readonly CreditFact[];
  readonly area: LengthsOfArea & { readonly validDays?: number };
}

const MOST_YEARS = 5;

/** The last day of a certificate issued today: by the area's days, otherwise as the head names it. */
export function validUntilOf({
  facts,
  today,
  area: { validDays },
}: Pick<CertificateSituation, 'facts' | 'today' | 'area'>): PlainDate | undefined {
  return validDays === undefined ? dayOf(facts, 'validUntil') : addDays(today, validDays);
}

/** What somebody who holds the paper is told: it holds through its last day, unless it was taken back. */
export function standingOf(
  state: string,
  validUntil: PlainDate,
  today: PlainDate,
): 'valid' | 'expired' | 'revoked' | undefined {
  if (state === 'revoked') return 'revoked';
  if (state !== 'issued' && state !== 'expired') return undefined;
  return today > validUntil ? 'expired' : 'valid';
}

const withdraw = { to: 'withdrawn', by: ['company', 'clerk'] } as const;
const refuse = { to: 'refused', by: ['bureauHead'] } as const;
const gatherAgain = { to: 'requested', by: ['clerk', 'inspector'] } as const;

/** 工资支付信用记录证明: asked for a bid, checked by an inspector, issued by the head, valid for some days. */
export const CERTIFICATE = lifeTable<CertificateRole, CertificateSituation>()({
  name: words('工资支付信用记录证明', 'Wage credit certificate'),
  flow: {
    unopened: { open: { to: 'requested', by: ['company', 'clerk'] } },
    requested: { check: { to: 'checked', by: ['inspector'] }, gatherAgain, withdraw },
    checked: {
      issue: {
        to: 'issued',
        by: ['bureauHead'],
        why: 'the office answers for it: its head signs',
      },
      giveBack: { to: 'requested', by: ['bureauHead'] },
      refuse,
      gatherAgain,
      withdraw,
    },
    issued: {
      revoke: { to: 'revoked', by: ['bureauHead'] },
      expire: { to: 'expired', by: ['system'] },
    },
    refused: {},
    withdrawn: {},
    revoked: {},
    expired: {},
  },
  states: {
    requested: words('待核查', 'To be checked'),
    checked: words('已核查，待签发', 'Checked, waits for the head'),
    issued: words('有效', 'Valid'),
    refused: words('不予出具', 'Refused'),
    withdrawn: words('已撤回申请', 'Request withdrawn'),
    revoked: words('已撤销', 'Revoked'),
    expired: words('已过期', 'Expired'),
  },
  actions: {
    open: {
      name: words('申请信用记录证明', 'Ask for a certificate'),
      fields: [
        line('purpose', words('用途（投标项目名称）', 'What for (project of the bid)')),
        people('years', words('查询年数', 'Years looked at'), {
          most: MOST_YEARS,
          hint: words('1 至 5 年，从今天往前计算', '1 to 5, counted back from today'),
        }),
        note,
        files,
      ],
    },
    check: {
      name: words('核查完毕', 'Checked'),
      fields: [
        tick(
          'isConfirmed',
          words('已核对企业名称、信用代码和下列记录', 'Name, code and records were compared'),
        ),
        note,
      ],
      check: ({ facts }) =>
        facts['isConfirmed'] === true
          ? undefined
          : wrong('isConfirmed', '请先核对记录', 'Compare the records first'),
    },
    gatherAgain: { name: words('按今天重新采集记录', 'Take the record anew as of today'), fields: [note] },
    giveBack: { name: words('退回核查', 'Give back'), fields: [reason] },
    issue: {
      name: words('签发', 'Issue'),
      fields: [
        anyDay('validUntil', words('有效期至（最后一天）', 'Valid until'), {
          isRequired: false,
          hint: words(
            '本地区设有有效天数的按参数计算，不必填写',
            'Not needed where the area has set how long it is valid',
          ),
        }),
      ],
      check: (now) => {
        const until = validUntilOf(now);
        if (until === undefined)
          return wrong(
            'validUntil',
            '本地区没有设置有效天数，请填写最后一天',
            'Not set for this area: name the last day',
          );
        return until < now.today ? wrong('validUntil', '不能早于今天', 'Not before today') : undefined;
      },
      keeps: (now) => {
        const until = validUntilOf(now);
        return until === undefined ? {} : { validUntil: until };
      },
      isApproval: true,
    },
    refuse: { name: words('不予出具', 'Refuse'), fields: [reason] },
    withdraw: { name: words('撤回申请', 'Withdraw the request'), fields: [note] },
    revoke: { name: words('撤销', 'Revoke'), fields: [reason, files] },
    expire: { name: words('有效期满', 'Its days are over'), fields: [] },
  },
  figures: ({ record, facts }) => {
    const until = dayOf(facts, 'validUntil');
    return [
      { label: words('记录截止日', 'Record as of'), day: record.day },
      ...countFacts(record.facts).map(([kind, count]) => ({
        label: CREDIT_FACT_WORDS[kind],
        words: words(`${count} 项`, String(count)),
      })),
      ...(until === undefined ? [] : [{ label: words('有效期至', 'Valid until'), day: until }]),
    ];
  },
});
