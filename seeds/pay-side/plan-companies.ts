import type { WriteCompany } from '../../server/core/contract/companies.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';

/** The companies of the demo that take part in works; the first four are in the registry already. */
export const COMPANY = {
  own: DEMO_COMPANY_ID,
  labour: '5326010000000000000000c2',
  owner: '5326010000000000000000c3',
  group: '5326010000000000000000c4',
  supervision: '5326010000000000000000c5',
  education: '5326010000000000000000c7',
  developer: '5326010000000000000000c8',
  water: '5326010000000000000000c9',
  decoration: '5326010000000000000000ca',
  minLabour: '5326010000000000000000cb',
  bridges: '5326010000000000000000cc',
} as const;
export type CompanyKey = keyof typeof COMPANY;

/** Made-up firms: their codes have a right check digit and belong to nobody. */
export const PAY_SIDE_COMPANIES: readonly (WriteCompany & { id: string })[] = [
  {
    id: COMPANY.education,
    name: '文山演示教育投资有限公司',
    creditCode: '91532601MA6KG0007J',
    areaCode: '532601',
    address: '文山市卧龙街道学苑路 9 号',
    legalRepresentative: '沈文教',
  },
  {
    id: COMPANY.developer,
    name: '文山演示置业有限公司',
    creditCode: '91532601MA6KH0008D',
    areaCode: '532601',
    address: '文山市新平街道沪昆路 66 号',
    legalRepresentative: '周安居',
  },
  {
    id: COMPANY.water,
    name: '文山演示水利水电工程有限公司',
    creditCode: '91532601MA6KJ00098',
    areaCode: '532601',
    address: '文山市开化街道凤凰路 31 号',
    legalRepresentative: '罗治水',
    phone: '0876-2120003',
  },
  {
    id: COMPANY.decoration,
    name: '文山演示装饰工程有限公司',
    creditCode: '91532601MA6KK00105',
    areaCode: '532601',
    address: '文山市卧龙街道普阳路 58 号',
    legalRepresentative: '吴彩',
    phone: '13800000303',
  },
  {
    id: COMPANY.minLabour,
    name: '文山演示民安劳务有限公司',
    creditCode: '91532601MA6KL00110',
    areaCode: '532601',
    address: '文山市马塘镇新街 12 号',
    legalRepresentative: '熊民安',
    phone: '13800000304',
  },
];
