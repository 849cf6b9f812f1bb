import type { Ctx } from '../../platform/context.ts';
import { ThreadPool } from '../../platform/thread-pool.ts';
import { storedFiles } from '../evidence/index.ts';
import type { BindTask, BoundVolume, VolumeTask, VolumeWords } from './bind-task.ts';
import type { CaseFileRecord } from './case-file.model.ts';
import { yearsKept } from './years-kept.ts';
import { gatherFile } from './gather/gather-file.ts';

const threads = new ThreadPool<BindTask, BoundVolume[], { done: number }>(
  'server/features/archive/bind-thread.ts',
  { threads: 1, limitMs: 900_000, idleMs: 30_000, heapMb: 384 },
);

export type Binding = Pick<
  CaseFileRecord,
  'caseId' | 'officeCode' | 'fileNumber' | 'isSplit' | 'archivedOn' | 'archivedAt' | 'archivedBy'
>;

/** Gathers what the case holds and has it drawn, numbered and bound in a thread. */
export async function bindCase(
  file: Binding,
  ctx: Ctx,
  onNews: (now: { done: number; total: number }) => void = () => {},
): Promise<{ volumes: BoundVolume[]; namesReporter: boolean }> {
  const { office, main, inner, facts, remarks, namesReporter } = await gatherFile(
    file.caseId,
    file.isSplit,
    ctx,
  );
  const words = {
    office,
    fileNumber: file.fileNumber,
    facts: [...facts, ...(await keptWords(file, ctx))],
    remarks,
  };
  const own = { ...words, compiledBy: file.archivedBy.name, compiledOn: file.archivedOn };
  const volumes: VolumeTask[] =
    inner.length === 0
      ? [{ words: own, items: main }]
      : [
          { words: named(own, '正卷'), items: main },
          {
            words: { ...named(own, '副卷'), remarks: ['本卷为内部材料，不对外提供查阅、复制。'] },
            items: inner,
          },
        ];
  const total = main.length + inner.length;
  onNews({ done: 0, total });
  const task = { files: storedFiles(), at: file.archivedAt.toISOString(), volumes };
  const bound = await threads.run(task, { onNews: ({ done }) => onNews({ done, total }) });
  return { volumes: bound, namesReporter };
}

const named = (words: VolumeWords, volumeName: string): VolumeWords => ({ ...words, volumeName });

async function keptWords({ officeCode, archivedOn }: Binding, ctx: Ctx): Promise<[string, string][]> {
  const years = await yearsKept(officeCode, ctx);
  return [
    ['归档日期', archivedOn],
    ['保管期限', years === undefined ? '本地区未设定，予以保存' : `${years} 年`],
  ];
}
