import type { DashboardFigure } from './dashboard-figure.ts';
import { figureRow as row } from './dashboard-figure.ts';

const ALERTS = { zh: '未结束的预警', en: 'Warnings that stand' };
const CARDS = { zh: '项目风险卡（最近一次扫描）', en: 'Risk cards of the newest look' };
const FACTS = {
  zh: '最近一次扫描时的项目记录：名册、专户、保证金、告示牌、工资表与代发',
  en: 'Records of the projects at the newest look: roster, account, bond, board, payrolls and bank pay',
};
const SAMPLES = { zh: '真实发薪率抽样', en: 'Truth samples' };

/** Warnings, projects, coverage, and wages reported beside wages asked about. */
export const SITE_FIGURES: readonly DashboardFigure[] = [
  row(
    'alertsRed',
    'alerts',
    ALERTS,
    ['红色预警', 'Red warnings'],
    ['还没有解除、驳回或过期的红色预警。', 'Red, and not cured, dismissed or lapsed.'],
  ),
  row(
    'alertsYellow',
    'alerts',
    ALERTS,
    ['黄色预警', 'Yellow warnings'],
    ['还没有解除、驳回或过期的黄色预警。', 'Yellow, and not cured, dismissed or lapsed.'],
  ),
  row(
    'sites',
    'projects',
    CARDS,
    ['在册项目', 'Projects'],
    ['扫描过的在册工程项目。', 'Registered projects that were looked at.'],
  ),
  row(
    'sitesRed',
    'projects',
    CARDS,
    ['红色项目', 'Red projects'],
    ['至少有一条红色预警成立的项目。', 'Projects with a red finding.'],
  ),
  row(
    'sitesYellow',
    'projects',
    CARDS,
    ['黄色项目', 'Yellow projects'],
    ['有黄色、没有红色预警成立的项目。', 'Projects with yellow findings and no red one.'],
  ),
  row(
    'sitesClear',
    'projects',
    CARDS,
    ['无预警项目', 'Projects without warning'],
    ['数据够判断、没有预警成立的项目。', 'Enough is known, and nothing was found.'],
  ),
  row(
    'sitesGrey',
    'projects',
    CARDS,
    ['无数据项目', 'Projects without data'],
    ['没有数据可以判断的项目，不算好也不算坏。', 'Nothing is known to judge by: neither good nor bad.'],
  ),
  row(
    'coverContract',
    'percent',
    FACTS,
    ['劳动合同签订率', 'Contracts'],
    [
      '已签劳动合同或用工书面协议的在场人数除以在场人数。',
      'People on site with a contract or agreement by people on site.',
    ],
  ),
  row(
    'coverRealName',
    'percent',
    FACTS,
    ['实名登记率', 'Real names'],
    ['已实名登记的在场人数除以在场人数。', 'People on site with a real-name record by people on site.'],
  ),
  row(
    'coverAccount',
    'percent',
    FACTS,
    ['专户开立率', 'Wage accounts'],
    [
      '已开立、备案并签三方协议的项目除以须开立专户的项目。低于本地标准的、没有合同记录的不算在内。',
      'Projects with the account open, filed and under its agreement by those that need one. Those below the area’s threshold or without a contract on record are left out.',
    ],
  ),
  row(
    'coverBond',
    'percent',
    FACTS,
    ['工资保证金存储率', 'Wage bonds'],
    [
      '已足额存储且在有效期内的项目除以须存储的项目。免存的、应存金额无法确定的不算在内。',
      'Projects with a bond in force that suffices by those that need one. Exempt ones and those whose amount is not known are left out.',
    ],
  ),
  row(
    'coverBankPay',
    'percent',
    FACTS,
    ['银行代发率', 'Paid through the bank'],
    [
      '一年内已到发薪日、已报工资全部经专户代发的项目除以报过这些月份工资的项目。',
      'Projects whose filed wages of the past year, pay day gone by, all went through the wage account, by those that filed any.',
    ],
  ),
  row(
    'coverBoard',
    'percent',
    FACTS,
    ['维权告示牌设置率', 'Rights boards'],
    [
      '告示牌内容齐全且有本月或上月现场照片的项目除以有告示牌记录的项目。',
      'Projects whose board lacks nothing and was photographed this month or last by those with a record of a board.',
    ],
  ),
  row(
    'reportedPaidRate',
    'percent',
    SAMPLES,
    ['报表发清率', 'Paid by the payrolls'],
    [
      '当月工资表上银行到账发清的人数除以表上人数。',
      'People credited in full by people on the payrolls of the month.',
    ],
  ),
  row(
    'sampledPaidRate',
    'percent',
    SAMPLES,
    ['抽样发清率', 'Paid by the workers’ word'],
    [
      '抽中并答复的工人中说上月工资发清的比例。答复太少时不写比例。',
      'Of the workers drawn by lot who answered, those who say that last month was paid. Not told while few answered.',
    ],
  ),
];
