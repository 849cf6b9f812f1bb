import type { Words } from '../../core/alerts/rule.ts';
import type { TemplateBlock } from '../../core/documents/kind.ts';
import type { Paper } from '../../core/reports/paper.ts';
import { buildDocx } from './build-docx.ts';
import { drawReport } from './draw-report.ts';
import { layOut } from './docx-to-pdf.ts';
import type { PaperLayout } from './docx-to-pdf.ts';
import { fillDocx, tagsOf } from './fill-docx.ts';
import type { TemplateTags, WordValues } from './fill-docx.ts';
import { markDraft, markIssued } from './mark-docx.ts';
import type { PaperMark } from './mark-docx.ts';
import { openDocx } from './open-docx.ts';

export type WordTask =
  | { do: 'build'; title: string; blocks: readonly TemplateBlock[] }
  | { do: 'report'; paper: Paper }
  | { do: 'check'; bytes: Uint8Array }
  | { do: 'fill'; template: Uint8Array; values: WordValues; mark: { draft: string } | PaperMark };

export interface CheckedTemplate extends TemplateTags {
  notes: Words[];
}
export interface FilledPaper {
  docx: Uint8Array;
  layout: PaperLayout;
}
export type WordAnswer = { built: Uint8Array } | { checked: CheckedTemplate } | { filled: FilledPaper };

const DOCUMENT = 'word/document.xml';

/** What the thread does with Word files. */
export async function doWordTask(task: WordTask): Promise<WordAnswer> {
  if (task.do === 'build') return { built: await buildDocx(task.title, task.blocks) };
  if (task.do === 'report') return { built: await drawReport(task.paper) };
  if (task.do === 'check') {
    await openDocx(task.bytes);
    const tags = tagsOf(task.bytes);
    const sample = fillDocx(task.bytes, sampleOf(tags));
    return { checked: { ...tags, notes: layOutOf(sample).notes } };
  }
  const zip = fillDocx(task.template, task.values);
  const layout = layOutOf(zip);
  if ('draft' in task.mark) markDraft(zip, task.mark.draft);
  else markIssued(zip, task.mark);
  return { filled: { docx: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }), layout } };
}

const layOutOf = (zip: ReturnType<typeof fillDocx>): PaperLayout =>
  layOut(zip.file(DOCUMENT)?.asText() ?? '', zip.file('word/styles.xml')?.asText());

/** Something in every placeholder: a template that cannot be filled is found when it is uploaded. */
const sampleOf = ({ fields, loops }: TemplateTags): WordValues => ({
  ...Object.fromEntries(fields.map((name) => [name, name])),
  ...Object.fromEntries(
    Object.entries(loops).map(([name, inner]) => [
      name,
      [Object.fromEntries(inner.map((one) => [one, one]))],
    ]),
  ),
});
