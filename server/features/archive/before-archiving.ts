import type { CaseArchiveView } from '../../core/contract/archive.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { PROCEEDINGS } from '../../core/proceedings/proceedings.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CaseRecord } from '../cases/index.ts';
import { papersForFile } from '../documents/index.ts';
import type { PaperForFile } from '../documents/index.ts';
import { countOpenInterviews } from '../evidence/index.ts';

export type Obstacle = CaseArchiveView['obstacles'][number];

/** What has to come to its end before a closed case is put away: afterwards nothing of it can be changed. */
export async function obstaclesOf(record: CaseRecord, { today }: Pick<Ctx, 'today'>): Promise<Obstacle[]> {
  const papers = await papersForFile(String(record._id), []);
  const interviews = await countOpenInterviews(String(record._id));
  return [
    ...(record.proceedings ?? [])
      .filter(({ closedOn }) => closedOn === undefined)
      .map(({ kind }) => {
        const { zh, en } = PROCEEDINGS[kind].name;
        return { zh: `办理程序“${zh}”尚未结束`, en: `The proceeding “${en}” has not ended` };
      }),
    ...papers.flatMap((paper) => obstacleOf(paper, today)),
    ...(interviews === 0
      ? []
      : [{ zh: `还有 ${interviews} 份询问笔录没有完成`, en: `${interviews} interviews are not finished` }]),
  ];
}

function obstacleOf({ kind, state, servedOn, documentNumber = '' }: PaperForFile, today: string): Obstacle[] {
  const { name, isServed } = DOCUMENT_KIND_ROWS[kind];
  if (state !== 'issued')
    return [
      { zh: `文书“${name.zh}”还没有签发或作废`, en: `The paper “${name.en}” is neither issued nor void` },
    ];
  if (!isServed || (servedOn !== undefined && servedOn <= today)) return [];
  return [
    {
      zh: `文书“${name.zh}”（${documentNumber}）尚未送达`,
      en: `The paper “${name.en}” (${documentNumber}) is not served yet`,
    },
  ];
}
