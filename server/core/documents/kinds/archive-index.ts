import type { DocumentKindRow } from '../kind.ts';
import { CASE_NUMBER, FILED_ON, INSPECTORS, MATTER, NUMBER, PARTY, form, para, title } from './shared.ts';
import { dayInWords } from '../print-words.ts';
import type { EarlierPaper, FileIndexLine } from '../source.ts';

const asLine = ({ name, documentNumber, issuedOn }: EarlierPaper): FileIndexLine => ({
  title: name,
  documentNumber,
  date: issuedOn,
});

export const ARCHIVE_INDEX: DocumentKindRow = {
  kind: 'archiveIndex',
  name: { zh: '卷内文书目录', en: 'Index of the case file' },
  numberWord: '卷',
  needsApproval: false,
  isServed: false,
  hangsOn: 'case',
  addressee: '当事人',
  fields: [CASE_NUMBER, MATTER, PARTY, FILED_ON, INSPECTORS],
  tables: [
    {
      name: '目录',
      columns: ['序号', '文书名称', '编号', '日期'],
      needsRows: true,
      rows: ({ papers, fileIndex }) =>
        (fileIndex ?? papers.map(asLine)).map(({ title: name, documentNumber, date }, at) => [
          String(at + 1),
          name,
          documentNumber ?? '—',
          date === undefined ? '—' : dayInWords(date),
        ]),
    },
  ],
  template: [
    title('卷内文书目录'),
    NUMBER,
    form(['案号', '{案号}'], ['案由', '{案由}'], ['当事人', '{当事人}'], ['立案日期', '{立案日期}']),
    {
      is: 'table',
      loop: '目录',
      columns: [
        ['序号', 10],
        ['文书名称', 35],
        ['编号', 35],
        ['日期', 20],
      ],
    },
    para('立卷人：{承办人}。'),
  ],
};
