import type { Fen } from '../../kit/money.ts';
import { sumFen } from '../../kit/money.ts';
import type { CitableId } from '../../law/articles.ts';
import { printTogether } from '../../law/articles.ts';
import type { FieldName } from '../field-names.ts';
import type { FieldRow, TableRow, TemplateBlock } from '../kind.ts';
import { capitalsOf, lengthInWords, monthsInWords, yuanText } from '../print-words.ts';
import type { DocumentSource, EarlierPaper, PaperParty } from '../source.ts';

/** Several citations in one sentence: each instrument is named once. */
export const citations = (...ids: readonly CitableId[]): string => printTogether(ids);

export const basis = (...ids: readonly CitableId[]): FieldRow => ({
  name: '法律依据',
  isFixed: true,
  from: () => citations(...ids),
});

/** Who is told to do something: the one who pays, where that is not the respondent. */
export const addressed = ({ payer, respondent }: DocumentSource): PaperParty | undefined =>
  payer ?? respondent;

export const PARTY: FieldRow = { name: '当事人', from: (source) => addressed(source)?.name };
export const PARTY_ADDRESS: FieldRow = { name: '当事人地址', from: (source) => addressed(source)?.address };
export const CREDIT_CODE: FieldRow = {
  name: '统一社会信用代码',
  from: (source) => addressed(source)?.creditCode,
  otherwise: '未登记',
};
export const LEGAL_REPRESENTATIVE: FieldRow = {
  name: '法定代表人',
  from: (source) => addressed(source)?.legalRepresentative,
  otherwise: '未登记',
};
export const CASE_NUMBER: FieldRow = {
  name: '案号',
  isFixed: true,
  from: (source) => source.case?.caseNumber,
};
export const MATTER: FieldRow = { name: '案由', from: (source) => source.case?.title };
export const FILED_ON: FieldRow = {
  name: '立案日期',
  type: 'day',
  isFixed: true,
  from: (source) => source.case?.filedOn,
};
export const INSPECTORS: FieldRow = {
  name: '承办人',
  from: ({ inspectors }) => (inspectors.length === 0 ? undefined : inspectors.join('、')),
};
export const PHONE: FieldRow = { name: '联系电话', from: ({ office }) => office.phone };
export const OFFICE_ADDRESS: FieldRow = { name: '机关地址', from: ({ office }) => office.address };
export const PROJECT: FieldRow = {
  name: '工程项目',
  from: (source) => source.case?.projectName ?? source.complaint?.projectName,
  otherwise: '未登记',
};
export const OPINION: FieldRow = { name: '承办意见', type: 'long' };
export const REMARKS: FieldRow = { name: '备注', type: 'long', otherwise: '无' };

/** Still owed by the sheet of the case. */
export const stillOwed = ({ claims }: DocumentSource): Fen | undefined =>
  claims.length === 0
    ? undefined
    : sumFen(claims.map(({ owedFen, seenFen }) => Math.max(0, owedFen - seenFen) as Fen)); // whole fen less whole fen

const owing = ({ claims }: DocumentSource) => claims.filter(({ owedFen, seenFen }) => owedFen > seenFen);

export const PEOPLE: FieldRow = {
  name: '涉及人数',
  from: (source) => {
    const people = owing(source).length;
    if (people > 0) return `${people}`;
    return source.complaint === undefined ? undefined : `${source.complaint.headcount}`;
  },
};
export const MONTHS: FieldRow = {
  name: '欠薪期间',
  from: (source) => {
    const months = owing(source).flatMap((claim) => claim.months);
    const all = months.length > 0 ? months : (source.complaint?.payMonths ?? []);
    return all.length === 0 ? undefined : monthsInWords(all);
  },
};
export const ARREARS: FieldRow = {
  name: '欠薪金额',
  type: 'yuan',
  from: (source) => {
    const fen = stillOwed(source) ?? source.complaint?.owedFen;
    return fen === undefined || fen === 0 ? undefined : yuanText(fen);
  },
};
export const CAPITALS: FieldRow = {
  name: '金额大写',
  isFixed: true,
  from: (_source, value) => capitalsOf(value('欠薪金额')),
};

/** The sentence every order and decision begins with, from the sheet; others are written by the inspector. */
export const FACTS: FieldRow = {
  name: '违法事实',
  type: 'long',
  from: (source, value) => {
    const [people, months, sum, capitals] = (['涉及人数', '欠薪期间', '欠薪金额', '金额大写'] as const).map(
      value,
    );
    if (stillOwed(source) === undefined || [people, months, sum, capitals].includes(undefined))
      return undefined;
    const project = source.case?.projectName;
    const where = project === undefined ? '' : `在${project}用工过程中，`;
    return `你单位${where}拖欠${people}名劳动者${months}的工资，共计人民币${sum}元（大写：${capitals}）`;
  },
};

const orMissing = (text: string | undefined): string => text ?? '（身份保密）';

/** Person by person what is still owed; who made a report stands without a name. */
export const CLAIMS: TableRow = {
  name: '明细',
  columns: ['序号', '姓名', '欠薪月份', '尚欠金额'],
  rows: (source) =>
    owing(source).map(({ name, months, owedFen, seenFen }, at) => [
      String(at + 1),
      orMissing(name),
      monthsInWords(months),
      yuanText((owedFen - seenFen) as Fen), // whole fen less whole fen
    ]),
};
export const CLAIMS_TABLE: TemplateBlock = {
  is: 'table',
  loop: '明细',
  columns: [
    ['序号', 10],
    ['姓名', 25],
    ['欠薪月份', 40],
    ['尚欠金额', 25],
  ],
};

/** Where and by when to go against a decision: the bodies are the area's, the times are the law's. @law PRO-10 */
export const REMEDIES: FieldRow = {
  name: '救济途径',
  type: 'long',
  byLaw: true,
  from: ({ office }) =>
    office.reconsiderationBody === undefined || office.court === undefined
      ? undefined
      : `如不服本决定，可以自知道本决定之日起${lengthInWords('reconsideration')}内向${office.reconsiderationBody}申请行政复议，` +
        `或者自知道本决定之日起${lengthInWords('suit')}内依法向${office.court}提起行政诉讼`,
};

/** The last paper of one of these kinds: what a demand or an application rests on. */
export function lastPaper(
  { papers }: DocumentSource,
  ...kinds: readonly EarlierPaper['kind'][]
): EarlierPaper | undefined {
  return papers.filter(({ kind }) => kinds.includes(kind)).at(-1);
}

export const DECISION = {
  number: {
    name: '决定书文号',
    from: (source) => lastPaper(source, 'handlingDecision', 'penaltyDecision')?.documentNumber,
  },
  day: {
    name: '决定书日期',
    type: 'day',
    from: (source) => lastPaper(source, 'handlingDecision', 'penaltyDecision')?.issuedOn,
  },
  servedOn: {
    name: '决定书送达日期',
    type: 'day',
    from: (source) => lastPaper(source, 'handlingDecision', 'penaltyDecision')?.servedOn,
  },
} as const satisfies Record<string, FieldRow>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** What was given with a move of the proceeding, by its field name there. */
export const given = (source: DocumentSource, name: string): string | undefined =>
  text(source.proceeding?.[name]);

/** A sum in fen given with a move, as a field of type `yuan` holds it. */
export const givenYuan = (source: DocumentSource, name: string): string | undefined => {
  const value = source.proceeding?.[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? yuanText(value as Fen) : undefined; // checked: whole
};

/** What a prior notice says is intended: in the inspector's words, or the fine. */
export function intendedOf(source: DocumentSource): string | undefined {
  const fine = givenYuan(source, 'intendedFen');
  return given(source, 'intended') ?? (fine === undefined ? undefined : `处以罚款人民币${fine}元`);
}

export const title = (words: string): TemplateBlock => ({ is: 'title', text: words });
export const NUMBER: TemplateBlock = { is: 'number', text: '{文号}' };
export const para = (words: string): TemplateBlock => ({ is: 'text', text: words });
export const heading = (words: string): TemplateBlock => ({ is: 'heading', text: words });
export const note = (words: string): TemplateBlock => ({ is: 'note', text: words });
export const form = (...rows: readonly (readonly [string, string])[]): TemplateBlock => ({
  is: 'form',
  rows,
});
export const toParty = (name: FieldName): TemplateBlock => ({ is: 'addressee', text: `{${name}}：` });
/** The seal is pressed over name and day. */
export const SEAL: TemplateBlock = { is: 'sign', lines: ['{机关}', '（印章）', '{落款日期}'] };
/** Written by hand: a name and a day beside what was filled in. */
export const BY_HAND = '签名：　　　　　　　　　　年　　月　　日';
