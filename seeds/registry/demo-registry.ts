import type { WriteCompany } from '../../server/core/contract/companies.ts';
import type { WriteProject } from '../../server/core/contract/projects.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';

/** Made-up firms: their codes have a right check digit and belong to nobody. */
export const DEMO_COMPANIES: readonly (WriteCompany & { id: string })[] = [
  {
    id: DEMO_COMPANY_ID,
    name: '文山演示建筑工程有限公司',
    creditCode: '91532601MA6KC00037',
    areaCode: '532601',
    address: '文山市开化街道建设路 18 号',
    legalRepresentative: '陈工程',
    phone: '0876-2120001',
  },
  {
    id: '5326010000000000000000c2',
    name: '文山演示劳务分包有限公司',
    creditCode: '91532601MA6KD00042',
    areaCode: '532601',
    address: '文山市新平街道学府路 40 号',
    legalRepresentative: '马众合',
    phone: '13800000301',
  },
  {
    id: '5326010000000000000000c3',
    name: '文山演示城投开发有限公司',
    creditCode: '91532600MA6KB0002X',
    areaCode: '532601',
    address: '文山市开化街道东风路 2 号',
    legalRepresentative: '杨开发',
  },
  {
    id: '5326010000000000000000c4',
    name: '云南演示建设集团有限公司',
    creditCode: '91532600MA6KA00013',
    areaCode: '532601',
    address: '文山市卧龙街道普阳路 6 号',
    legalRepresentative: '李建南',
    phone: '0876-2120002',
  },
  {
    id: '5326010000000000000000c5',
    name: '文山演示工程监理有限公司',
    creditCode: '91532601MA6KE0005W',
    areaCode: '532601',
    address: '文山市开化街道文新街 77 号',
    legalRepresentative: '单诚安',
  },
  {
    id: '5326010000000000000000c6',
    name: '马塘镇演示砂石料场',
    creditCode: '91532601MA6KF0006P',
    areaCode: '532601104',
    address: '文山市马塘镇老街',
    legalRepresentative: '侬顺达',
    phone: '13800000302',
  },
];

const [own, labour, owner, group, supervision] = DEMO_COMPANIES.map(({ id }) => id);
const party = (role: WriteProject['parties'][number]['role'], companyId: string | undefined) => {
  if (companyId === undefined) throw new Error('A demo project names a company that is not listed');
  return { role, companyId };
};

/** Codes end in their check digit, so boards printed for a demo keep working after the next one. */
export const DEMO_PROJECTS: readonly (WriteProject & { id: string; code: string })[] = [
  {
    id: '5326010000000000000000d1',
    code: '5326010016',
    name: '演示项目：开化安置小区一期',
    areaCode: '532601001',
    site: '开化街道演示路 1 号',
    investmentType: 'GOVERNMENT',
    industryDepartment: 'housing',
    parties: [
      party('projectOwner', owner),
      party('generalContractor', own),
      party('labourSubcontractor', labour),
      party('supervisionUnit', supervision),
    ],
    state: 'building',
    startedOn: plainDate('2026-03-02'),
  },
  {
    id: '5326010000000000000000d2',
    code: '5326010024',
    name: '演示项目：盘龙河滨水住宅二期',
    areaCode: '532601002',
    site: '卧龙街道盘龙河西岸',
    investmentType: 'PRIVATE',
    industryDepartment: 'housing',
    parties: [party('generalContractor', group), party('labourSubcontractor', labour)],
    state: 'building',
    startedOn: plainDate('2025-09-15'),
  },
  {
    id: '5326010000000000000000d3',
    code: '5326011038',
    name: '演示项目：平坝镇至古木镇公路改建',
    areaCode: '532601103',
    site: '平坝镇 K0+000 至 K12+400',
    investmentType: 'GOVERNMENT',
    industryDepartment: 'transport',
    parties: [party('projectOwner', owner), party('generalContractor', own)],
    state: 'suspended',
    startedOn: plainDate('2025-11-10'),
  },
  {
    id: '5326010000000000000000d4',
    code: '5326010032',
    name: '演示项目：三七产业园标准厂房',
    areaCode: '532601003',
    site: '新平街道登高片区',
    investmentType: 'STATE_OWNED',
    industryDepartment: 'housing',
    parties: [
      party('projectOwner', owner),
      party('generalContractor', group),
      party('supervisionUnit', supervision),
    ],
    state: 'finished',
    startedOn: plainDate('2024-05-20'),
  },
];
