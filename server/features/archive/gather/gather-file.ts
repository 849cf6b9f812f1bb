import { inFileOrder, isInternal } from '../../../core/archive/sections.ts';
import type { CaseView } from '../../../core/contract/cases.ts';
import type { FileIndexLine } from '../../../core/documents/source.ts';
import type { Ctx } from '../../../platform/context.ts';
import { systemCtx } from '../../../platform/context.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { CLOSURE_WORDS, getCase, getCaseRecord } from '../../cases/index.ts';
import { officeName } from '../../complaints/index.ts';
import { asOffice, papersForFile, registerFileIndex } from '../../documents/index.ts';
import type { PaperForFile } from '../../documents/index.ts';
import { storedFiles } from '../../files/index.ts';
import type { FileItem } from '../bind-task.ts';
import { closureRecord, courseOf, filingRecord, orderRecords, proceedingRecords } from './about-case.ts';
import { aboutComplaints } from './about-complaints.ts';
import { aboutEvidence } from './about-evidence.ts';
import { aboutMoney } from './about-money.ts';
import { aboutPapers, aboutServices } from './about-papers.ts';
import type { LooseFile } from './loose-files.ts';
import { laidOut } from './loose-files.ts';

export interface GatheredFile {
  office: string;
  main: FileItem[];
  /** Empty unless the file is split. */
  inner: FileItem[];
  /** The inner volume names who made a report. */
  namesReporter: boolean;
  facts: [string, string][];
  remarks: string[];
}

/**
 * All that a case file holds, in its order. It is read as somebody of the office who is not one of the case's inspectors,
 * so that who made a report stands nowhere but in the inner volume.
 * @law INS-9-1
 */
export async function gatherFile(caseId: string, isSplit: boolean, ctx: Ctx): Promise<GatheredFile> {
  const system = systemCtx('archive', ctx);
  const record = await getCaseRecord(caseId, system);
  const reader = asOffice(record.officeCode, ctx);
  const view = await getCase(caseId, reader);
  const office = await officeName(record.officeCode, ctx);
  const papers = await papersForFile(caseId, record.complaintIds);
  const complaints = await aboutComplaints(record, papers, isSplit ? system : reader);
  const isReporters = ({ complaintId }: PaperForFile): boolean =>
    complaints.reports.includes(complaintId ?? '');
  const evidence = await aboutEvidence(caseId);
  const served = await aboutServices(
    papers.filter((paper) => !isReporters(paper)),
    ctx,
  );
  const ofComplaints = complaints.files.filter(({ sha256 }) => !evidence.known.has(sha256));
  const loose = [
    ...evidence.open.files,
    ...served.files,
    ...(await filesOfCase(record, evidence.known)),
    ...ofComplaints.filter(({ isHidden }) => !isHidden).map(asLoose),
  ];
  const all = [
    ...recordsWithoutPaper(view, papers),
    ...aboutPapers(papers.filter((paper) => !isReporters(paper))),
    ...complaints.open,
    ...evidence.open.items,
    ...laidOut(loose, office),
    ...(await aboutMoney(caseId, reader)),
    ...served.items,
    ...proceedingRecords(view),
    courseOf(record),
  ];
  const secret = [
    ...aboutPapers(papers.filter(isReporters)),
    ...complaints.hidden,
    ...evidence.hidden.items,
    ...laidOut(
      [...evidence.hidden.files, ...ofComplaints.filter(({ isHidden }) => isHidden).map(asLoose)],
      office,
    ),
  ];
  const hidden = evidence.hiddenPieces + complaints.reports.length;
  return {
    office,
    main: inFileOrder(isSplit ? all.filter(({ section }) => !isInternal(section)) : all),
    inner: isSplit ? inFileOrder([...all.filter(({ section }) => isInternal(section)), ...secret]) : [],
    namesReporter: isSplit && secret.length > 0,
    facts: factsOf(view),
    remarks: remarksOf(evidence.withdrawn, hidden, isSplit),
  };
}

function recordsWithoutPaper(view: CaseView, papers: readonly PaperForFile[]): FileItem[] {
  const has = (...kinds: PaperForFile['kind'][]): boolean =>
    papers.some(({ kind, state }) => state === 'issued' && kinds.includes(kind));
  return [
    ...(has('filingApproval') ? [] : [filingRecord(view)]),
    ...(has('rectificationOrder') ? [] : orderRecords(view)),
    ...(has('closureApproval') || view.closedOn === undefined ? [] : [closureRecord(view)]),
  ];
}

async function filesOfCase({ fileIds }: CaseRecord, known: ReadonlySet<string>): Promise<LooseFile[]> {
  const files = await storedFiles(fileIds);
  return files
    .filter(({ sha256 }) => !known.has(sha256))
    .map(({ sha256, name, mime }) => ({
      sha256,
      name,
      mime,
      section: 'evidence',
      title: `案件附件：${name}`,
    }));
}

const asLoose = ({
  sha256,
  name,
  mime,
  receiptNumber,
}: {
  sha256: string;
  name: string;
  mime: string;
  receiptNumber: string;
}): LooseFile => ({
  ...{ sha256, name, mime, section: 'evidence' },
  title: `随${receiptNumber}收到：${name}`,
});

const factsOf = (view: CaseView): [string, string][] => [
  ['案件编号', view.caseNumber],
  ['案由', view.title],
  ['当事人', view.parties.respondent.name],
  ['承办人', `${view.leadInspector.name}、${view.coInspector.name}`],
  ['立案日期', view.filedOn],
  ['结案日期', view.closedOn ?? '尚未结案'],
  ['处理结果', view.closureCode === undefined ? '—' : CLOSURE_WORDS[view.closureCode]['zh-CN']],
];

function remarksOf(withdrawn: readonly string[], hidden: number, isSplit: boolean): string[] {
  return [
    ...(hidden === 0
      ? []
      : [
          isSplit
            ? `为保护举报人，${hidden} 项涉及举报人的材料存副卷。`
            : `为保护举报人，另有 ${hidden} 项涉及举报人的材料未装入本卷。`,
        ]),
    ...(withdrawn.length === 0 ? [] : [`已撤回的证据：${withdrawn.join('、')}。`]),
    '图片页为适于阅读的副本，不含拍摄时间、地点等信息；原件及电子材料按所列 SHA-256 在本机构保存。',
    ...(hidden === 0 ? [] : ['写作“（身份保密）”的人员系举报人，其身份依法不予披露。']),
  ];
}

/** The paper that lists the file is filled from the very lines the file itself has. */
registerFileIndex(async (caseId, ctx): Promise<FileIndexLine[]> => {
  const { main } = await gatherFile(caseId, false, ctx);
  return main.map(({ title, documentNumber, date }) => ({
    title,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(date === undefined ? {} : { date }),
  }));
});
