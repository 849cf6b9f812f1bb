import type { CreditFact, CreditRecord } from '../../core/certificates/credit-facts.ts';
import { countFacts, CREDIT_FACT_WORDS } from '../../core/certificates/credit-facts.ts';
import { dayInWords } from '../../core/documents/print-words.ts';
import { formatYuan } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { PdfContent } from '../../platform/pdf/index.ts';
import { drawPdf } from '../../platform/pdf/index.ts';
import { publicAddress } from '../projects/index.ts';

/** What a certificate bears. */
export interface CertificatePaper {
  officeName: string;
  certificateNumber: string;
  companyName: string;
  creditCode: string;
  purpose: string;
  credit: CreditRecord;
  issuedOn: PlainDate;
  validUntil: PlainDate;
  checkCode: string;
}

/** Where anybody checks the paper. */
export const checkAddress = (checkCode: string): string => publicAddress(`/z/${checkCode}`);
/** ABCDE-FGHJK, as it is read aloud and typed. */
const spokenCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** A paper of a page or two; what is left out is counted. */
const MOST_LINES = 40;

const line = ({ kind, number, on, fen }: CreditFact): string[] => [
  CREDIT_FACT_WORDS[kind].zh,
  number,
  dayInWords(on),
  fen === undefined ? '—' : `${formatYuan(fen)} 元`,
];

function counted(facts: readonly CreditFact[]): PdfContent {
  const rows = countFacts(facts).map(([kind, count]) => [
    CREDIT_FACT_WORDS[kind].zh,
    count === 0 ? '无' : `${count} 项`,
  ]);
  return {
    table: { headerRows: 1, widths: ['*', 90], body: [['查询内容', '查询结果'], ...rows] },
    margin: [0, 8, 0, 8],
  };
}

function listed(facts: readonly CreditFact[]): PdfContent[] {
  if (facts.length === 0) return [];
  const rest = facts.length - MOST_LINES;
  return [
    { text: '各项记录：', margin: [0, 6, 0, 2] },
    {
      table: {
        headerRows: 1,
        widths: ['auto', '*', 'auto', 'auto'],
        body: [['内容', '编号', '日期', '尚欠金额'], ...facts.slice(0, MOST_LINES).map(line)],
      },
      fontSize: 9,
    },
    ...(rest > 0 ? [{ text: `另有 ${rest} 项未列出，可向出具机关查询。`, fontSize: 9 }] : []),
  ];
}

const paragraph = (text: string): PdfContent => ({
  text,
  leadingIndent: 24,
  margin: [0, 4, 0, 4],
  lineHeight: 1.4,
});

/** 工资支付信用记录证明 as a PDF: what the records said on their day, no more, and where the paper is checked. */
export async function drawCertificate(paper: CertificatePaper): Promise<Buffer> {
  const { officeName, certificateNumber, companyName, creditCode, purpose, credit, checkCode } = paper;
  const address = checkAddress(checkCode);
  const { bytes } = await drawPdf({
    title: `工资支付信用记录证明 ${certificateNumber}`,
    size: 'A4',
    margins: [64, 60, 64, 56],
    fontSize: 11,
    footer: certificateNumber,
    content: [
      { text: officeName, alignment: 'center', fontSize: 16, margin: [0, 0, 0, 6] },
      { text: '工资支付信用记录证明', alignment: 'center', fontSize: 22, bold: true },
      { text: certificateNumber, alignment: 'right', margin: [0, 12, 0, 12] },
      paragraph(`申请单位：${companyName}（统一社会信用代码 ${creditCode}）`),
      paragraph(`用途：${purpose}`),
      paragraph(
        `经查询，${dayInWords(credit.from)}至${dayInWords(credit.day)}，该单位在本机关记录的工资支付信用情况如下：`,
      ),
      counted(credit.facts),
      ...listed(credit.facts),
      paragraph(
        `本证明只反映截至${dayInWords(credit.day)}在本系统中的记录，有效期至${dayInWords(paper.validUntil)}。涂改无效，以核验结果为准。`,
      ),
      { text: officeName, alignment: 'right', margin: [0, 24, 0, 2] },
      { text: dayInWords(paper.issuedOn), alignment: 'right' },
      {
        columns: [
          { qr: address, fit: 72, eccLevel: 'M', width: 84 },
          {
            stack: [`核验码 ${spokenCode(checkCode)}`, `扫描二维码或访问 ${address} 核验本证明`].map(
              (text) => ({
                ...{ text, fontSize: 9, margin: [0, 4, 0, 0] },
              }),
            ),
            width: '*',
          },
        ],
        margin: [0, 16, 0, 0],
        unbreakable: true,
      },
    ],
  });
  return bytes;
}
