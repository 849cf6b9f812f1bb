import assert from 'node:assert/strict';
import { cleanFileName, contentDisposition } from '../../server/platform/files/index.ts';

describe('A file name that came from outside', () => {
  const cases: readonly [why: string, raw: string, clean: string][] = [
    ['stays when it is plain', '工资条 2026-01.pdf', '工资条 2026-01.pdf'],
    ['loses a path', '../../etc/passwd', 'passwd'],
    ['loses a Windows path', 'C:\\Users\\张三\\工资.png', '工资.png'],
    ['loses control characters', 'a\u0000b\r\nc\u001b.pdf', 'abc.pdf'],
    ['loses marks that turn the reading order', 'photo\u202Egnp.exe.png', 'photognp.exe.png'],
    ['loses characters without width', 'a\u200Bb\uFEFFc.jpg', 'abc.jpg'],
    ['loses leading dots', '...hidden.pdf', 'hidden.pdf'],
    ['loses trailing dots and spaces', 'name. . ', 'name'],
    ['loses characters Windows cannot store', 'a<b>c:d"e|f?g*.txt', 'a_b_c_d_e_f_g_.txt'],
    ['is no device', 'CON.pdf', '_CON.pdf'],
    ['is no device in small letters either', 'lpt1', '_lpt1'],
    ['gets a name when nothing is left', '../..', '未命名'],
    ['gets a name when only the type is left', '.pdf', 'pdf'],
    ['keeps rare characters of names', '𠮷田䶮.pdf', '𠮷田䶮.pdf'],
    ['loses half a character', 'a\ud83d.pdf', 'a.pdf'],
    ['is written in composed form', 'Ame\u0301lie.pdf', 'Amélie.pdf'],
  ];
  for (const [why, raw, clean] of cases) {
    it(why, () => assert.equal(cleanFileName(raw), clean));
  }

  it('takes the ending of what the file really is', () => {
    const jpeg = { extensions: ['jpg', 'jpeg'] };
    assert.equal(cleanFileName('a.JPEG', jpeg), 'a.JPEG');
    assert.equal(cleanFileName('a.exe', jpeg), 'a.jpg');
    assert.equal(cleanFileName('发票', jpeg), '发票.jpg');
    assert.equal(cleanFileName('3.合同', jpeg), '3.合同.jpg');
  });

  it('is at most 180 bytes, whole characters and ending included', () => {
    for (const character of ['工', 'a', '𠮷', '😀']) {
      const name = cleanFileName(`${character.repeat(500)}.pdf`);
      assert.ok(Buffer.byteLength(name) <= 180);
      assert.ok(Buffer.byteLength(name) > 170);
      assert.ok(name.endsWith(`${character}.pdf`));
    }
  });
});

describe('Content-Disposition', () => {
  it('carries the real name as RFC 5987 and an ASCII stand-in', () => {
    // The example of RFC 6266, section 5, with its euro sign.
    assert.equal(
      contentDisposition('attachment', '€ rates'),
      `attachment; filename="_ rates"; filename*=UTF-8''%E2%82%AC%20rates`,
    );
  });

  it('cannot be broken out of', () => {
    const header = contentDisposition('inline', `a"; x="\\\r\nSet-Cookie: a%22'()*`);
    assert.doesNotMatch(header, /[\r\n\\]/);
    assert.equal(header.split('"').length, 3);
    assert.match(header, /filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
  });
});
