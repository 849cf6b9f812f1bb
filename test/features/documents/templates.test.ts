import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { TemplateRow } from '../../../server/core/contract/documents.ts';
import { DOCUMENT_KIND_ROWS } from '../../../server/core/documents/kinds.ts';
import { previewTemplate } from '../../../server/features/documents/preview-template.ts';
import { putTemplate, resetTemplate } from '../../../server/features/documents/put-template.ts';
import { listTemplates } from '../../../server/features/documents/list-templates.ts';
import { nearestTemplate, ownTemplate } from '../../../server/features/documents/templates.ts';
import { storeBytes } from '../../../server/features/files/index.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { doWordTask } from '../../../server/platform/word/word-tasks.ts';
import { asPerson } from '../cases/cases-app.ts';
import { useDocumentsApp } from './documents-app.ts';

interface Zip {
  file(name: string): { asText(): string } | null;
  file(name: string, content: string | Uint8Array): unknown;
  generate(options: { type: 'uint8array' }): Uint8Array;
}
const PizZip = createRequire(import.meta.url)('pizzip') as new (bytes: Uint8Array) => Zip; // as its manual describes it
const MAIN = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';

describe('templates of papers', () => {
  useDocumentsApp();
  const admin = (): Ctx => {
    const grants = [{ role: 'admin' as const, areaCode: '532601' }];
    const actor = { ...asPerson('clerk').actor, grants } as Ctx['actor']; // the clerk’s account with another grant
    return { ...asPerson('clerk'), actor, grants };
  };
  const changed = async (change: (zip: Zip) => void): Promise<Uint8Array> => {
    const zip = new PizZip(await ownTemplate('handlingDecision'));
    change(zip);
    return zip.generate({ type: 'uint8array' });
  };
  const replaced = (name: string, from: string, to: string) => (zip: Zip) =>
    zip.file(name, (zip.file(name)?.asText() ?? '').replace(from, to));

  it('takes one that was edited in Word, for its area alone, and goes back to the wider one', async () => {
    const bytes = await changed(replaced(MAIN, '>行政处理决定书<', '>文山市行政处理决定书<'));
    const file = await storeBytes(bytes, { name: '模板.docx', purpose: 'document' }, admin());
    const put = { areaCode: '532601', fileId: file.id, note: '加上市名' };
    const row = await putTemplate('handlingDecision', put, admin());
    assert.deepEqual([row.areaCode, row.version], ['532601', 1]);
    assert.equal((await nearestTemplate('handlingDecision', '532601001'))?.sha256, file.sha256);
    assert.equal(await nearestTemplate('handlingDecision', '532622'), undefined);
    const pdf = await previewTemplate('handlingDecision', { areaCode: '532601' }, admin());
    assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
    const back = await resetTemplate('handlingDecision', '532601', admin());
    assert.equal(back.areaCode, undefined);
    const rows: TemplateRow[] = await listTemplates('532601', admin());
    assert.equal(rows.length, Object.keys(DOCUMENT_KIND_ROWS).length);
  });

  const refusalOf = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = await storeBytes(
      bytes,
      { name: `${sha256.slice(0, 8)}.docx`, purpose: 'document' },
      admin(),
    );
    try {
      await putTemplate('handlingDecision', { areaCode: '532601', fileId: file.id, note: '试' }, admin());
    } catch (error) {
      if (error instanceof AppError) return String(error.details['why'] ?? error.code);
      throw error;
    }
    return 'taken';
  };

  it('refuses one that knows a placeholder nobody fills, and names it', async () => {
    assert.match(await refusalOf(await changed(replaced(MAIN, '{案号}', '{案件号}'))), /案件号/u);
  });

  it('refuses one that lacks what the law wants in a decision, and names it', async () => {
    assert.match(await refusalOf(await changed(replaced(MAIN, '{救济途径}', '依法办理'))), /救济途径/u);
  });

  it('refuses placeholders that would put in markup, change the brackets or stand open', async () => {
    assert.match(await refusalOf(await changed(replaced(MAIN, '{案号}', '{@案号}'))), /案号/u);
    assert.match(await refusalOf(await changed(replaced(MAIN, '{案号}', '{案号'))), /不完整|不认识/u);
    assert.match(await refusalOf(await changed(replaced(MAIN, '{/明细}', ''))), /不完整|不支持/u);
  });

  it('refuses what fetches from outside, runs something or hides another file', async () => {
    const outside =
      '<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.invalid/a.png" TargetMode="External"/></Relationships>';
    assert.match(await refusalOf(await changed(replaced(RELS, '</Relationships>', outside))), /外部/u);
    const doctype = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document';
    assert.match(await refusalOf(await changed(replaced(MAIN, '<w:document', doctype))), /异常/u);
    const hidden = async (name: string): Promise<void> => {
      const bytes = await changed((zip) => zip.file(name, new Uint8Array([1, 2, 3])));
      await assert.rejects(doWordTask({ do: 'check', bytes }), { code: 'word' });
    };
    await hidden('word/vbaProject.bin');
    await hidden('word/embeddings/oleObject1.bin');
  });

  it('does not unpack a file that would grow without end', async () => {
    const bomb = await changed((zip) => zip.file('word/media/a.xml', new Uint8Array(14 * 1024 * 1024)));
    const packed = new PizZip(bomb) as unknown as {
      generate(options: { type: 'uint8array'; compression: 'DEFLATE' }): Uint8Array;
    }; // as above
    const small = packed.generate({ type: 'uint8array', compression: 'DEFLATE' });
    await assert.rejects(doWordTask({ do: 'check', bytes: small }), { code: 'word' });
    await assert.rejects(doWordTask({ do: 'check', bytes: new Uint8Array([80, 75, 3, 4, 1]) }), {
      code: 'word',
    });
    await assert.rejects(doWordTask({ do: 'check', bytes: new TextEncoder().encode('no zip') }), {
      code: 'word',
    });
  });

  it('says what of a template the PDF leaves out', async () => {
    const numbered = await changed(
      replaced(MAIN, '<w:pPr>', '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    );
    const answer = await doWordTask({ do: 'check', bytes: numbered });
    assert.ok('checked' in answer && answer.checked.notes.some(({ zh }) => zh.includes('自动编号')));
  });

  it('is kept by the admin of the area alone', async () => {
    const elsewhere = { ...admin(), grants: [{ role: 'admin' as const, areaCode: '532622' }] };
    await assert.rejects(listTemplates('532601', elsewhere), { code: 'forbidden' });
  });
});
