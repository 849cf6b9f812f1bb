import assert from 'node:assert/strict';
import { isCitable } from '../../../server/core/law/articles.ts';
import { parentCodeOf } from '../../../server/features/areas/index.ts';
import { departmentsOf } from '../../../seeds/reference/departments.ts';
import { areaRows, demoGrids } from '../../../seeds/reference/seed-areas.ts';

const rows = areaRows();
const openIn = (county: string) =>
  rows.filter(({ code, validTo }) => code.length === 9 && code.startsWith(county) && validTo === undefined);

describe('reference data of 文山州', () => {
  it('has the eight counties', () => {
    const counties = rows.filter(({ code }) => code.length === 6).map(({ code, name }) => `${code} ${name}`);
    assert.deepEqual(counties, [
      '532601 文山市',
      '532622 砚山县',
      '532623 西畴县',
      '532624 麻栗坡县',
      '532625 马关县',
      '532626 丘北县',
      '532627 广南县',
      '532628 富宁县',
    ]);
  });

  it('has the 3 streets, 14 towns and the development zone of 文山市', () => {
    const kinds = openIn('532601').map(({ name }) =>
      name.endsWith('街道') ? 'street' : /[镇乡]$/.test(name) ? 'town' : name,
    );
    assert.equal(kinds.filter((kind) => kind === 'street').length, 3);
    assert.equal(kinds.filter((kind) => kind === 'town').length, 14);
    assert.deepEqual(
      kinds.filter((kind) => kind !== 'street' && kind !== 'town'),
      ['文山高新技术产业开发区'],
    );
    assert.equal(openIn('532601').at(-1)?.code, '532601403');
  });

  it('has every code once, each inside one that is there too', () => {
    const codes = new Set(rows.map(({ code }) => code));
    assert.equal(codes.size, rows.length);
    for (const { code } of rows) {
      const parent = parentCodeOf(code);
      assert.ok(parent === null || codes.has(parent), code);
    }
  });

  it('marks every demo grid as one, inside a town of 文山市', () => {
    const towns = new Set(openIn('532601').map(({ code }) => code));
    assert.equal(demoGrids().length, 17);
    for (const { code, name, source } of demoGrids()) {
      assert.equal(code.length, 12);
      assert.ok(towns.has(code.slice(0, 9)), code);
      assert.match(name, /演示网格$/);
      assert.match(source, /演示数据/);
    }
  });

  it('has 31 member departments, and cites an article only for those it names', () => {
    const departments = departmentsOf('5326');
    assert.equal(new Set(departments.map(({ code }) => code)).size, 31);
    assert.equal(departments.filter(({ dutyCite }) => dutyCite !== undefined).length, 15);
    for (const { dutyCite, source } of departments) {
      if (dutyCite !== undefined) assert.ok(isCitable(dutyCite), dutyCite);
      assert.match(source, /待联席会议办公室确认/);
    }
  });
});
