import type { Template } from './template.ts';

/** What the staff who handle a listing are told of it. */
export const LISTING_TEMPLATES = {
  listingWaits: {
    needs: ['caseNumber'],
    zh: {
      subject: '有列入失信名单事项待审批',
      text: '案件 {caseNumber} 有一项列入（移出）失信联合惩戒名单的事项等待决定。',
    },
    en: {
      subject: 'A listing waits for your word',
      text: 'A listing that rests on case {caseNumber} waits for your decision.',
    },
  },
  listingAnswered: {
    needs: ['caseNumber'],
    zh: {
      subject: '列入失信名单事项有新的决定',
      text: '案件 {caseNumber} 的列入失信联合惩戒名单事项有新的决定，请查看下一步。',
    },
    en: {
      subject: 'A listing was decided on',
      text: 'The listing that rests on case {caseNumber} was decided on; see what comes next.',
    },
  },
} as const satisfies Readonly<Record<string, Template>>;

/** What the company hears: the paper itself is served on it, and this says that it is there and which day matters. */
export const COMPANY_LISTING_TEMPLATES = {
  listingNoticed: {
    needs: ['day'],
    zh: {
      subject: '拟列入失信联合惩戒名单的告知书已送达',
      text: '人社部门拟将贵单位列入拖欠农民工工资失信联合惩戒对象名单，告知书已送达。有异议的，请在 {day} 前（含当日）书面提出；在作出决定前付清拖欠的工资并作出书面信用承诺的，可以不予列入。',
    },
    en: {
      subject: 'Notice: your company is to be put on the dishonesty list',
      text: 'The labour office intends to put your company on the list of dishonest payers; the notice was served. Objections in writing until {day}. Who pays all arrears and pledges in writing before the decision can be spared.',
    },
  },
  listingObjected: {
    needs: ['day'],
    zh: {
      subject: '已收到贵单位对列入的异议',
      text: '人社部门已收到贵单位对列入失信联合惩戒名单的异议，将在 {day} 前核实并告知结果。',
    },
    en: {
      subject: 'Your objection to the listing was received',
      text: 'The labour office received your objection to the listing, looks into it and tells you the result by {day}.',
    },
  },
  listingObjectionAnswered: {
    needs: ['day'],
    zh: {
      subject: '列入异议已有核实结果',
      text: '贵单位对列入失信联合惩戒名单提出的异议，人社部门已于 {day} 告知核实结果。',
    },
    en: {
      subject: 'Your objection to the listing was answered',
      text: 'The labour office told you the result about your objection to the listing on {day}.',
    },
  },
  listingNotListed: {
    needs: ['day'],
    zh: {
      subject: '不予列入失信联合惩戒名单',
      text: '人社部门已于 {day} 决定不将贵单位列入拖欠农民工工资失信联合惩戒对象名单，本次列入程序终止。',
    },
    en: {
      subject: 'Your company is not put on the dishonesty list',
      text: 'On {day} it was decided not to put your company on the list of dishonest payers; the procedure is over.',
    },
  },
  listingDecided: {
    needs: ['day'],
    zh: {
      subject: '列入失信联合惩戒名单的决定书已送达',
      text: '将贵单位列入拖欠农民工工资失信联合惩戒对象名单的决定书已送达，列入期限至 {day}。不服的，可以依法申请行政复议或者提起行政诉讼；付清工资后，可以按决定书载明的条件申请提前移出。',
    },
    en: {
      subject: 'Decision: your company is on the dishonesty list',
      text: 'The decision to put your company on the list of dishonest payers was served; the term runs to {day}. You may ask for reconsideration or go to court; once all wages are paid you can apply for early removal on the conditions the decision states.',
    },
  },
  listingRestored: {
    needs: ['day'],
    zh: {
      subject: '恢复列入失信联合惩戒名单的决定书已送达',
      text: '撤销提前移出、恢复将贵单位列入拖欠农民工工资失信联合惩戒对象名单的决定书已送达，列入期限重新计算，至 {day}。不服的，可以依法申请行政复议或者提起行政诉讼。',
    },
    en: {
      subject: 'Decision: your company is back on the dishonesty list',
      text: 'The decision to put your company back on the list of dishonest payers was served; the term begins again and runs to {day}. You may ask for reconsideration or go to court.',
    },
  },
  listingPublished: {
    needs: ['day'],
    zh: {
      subject: '列入信息已向社会公布',
      text: '贵单位列入拖欠农民工工资失信联合惩戒对象名单的信息已于 {day} 向社会公布。',
    },
    en: {
      subject: 'Your listing was published',
      text: 'The listing of your company among dishonest payers was published on {day}.',
    },
  },
  listingCorrected: {
    needs: ['day'],
    zh: {
      subject: '已登记贵单位的改正',
      text: '人社部门已登记贵单位付清拖欠的工资。没有不予提前移出的情形的，自 {day} 起可以提交申请书、改正证明和书面信用承诺，申请提前移出失信联合惩戒名单。',
    },
    en: {
      subject: 'Your correction is on record',
      text: 'It is on record that all arrears were paid. If nothing bars it, early removal from the list can be applied for from {day}, with a letter, proof of the correction and a written pledge.',
    },
  },
  listingEarlyApplied: {
    needs: ['day'],
    zh: {
      subject: '已收到提前移出申请',
      text: '人社部门已收到贵单位提前移出失信联合惩戒名单的申请，将在 {day} 前作出决定。',
    },
    en: {
      subject: 'Your application for early removal was received',
      text: 'The labour office received your application for early removal from the list and decides on it by {day}.',
    },
  },
  listingEarlyGranted: {
    needs: ['day'],
    zh: {
      subject: '准予提前移出失信联合惩戒名单',
      text: '人社部门已于 {day} 准予贵单位提前移出失信联合惩戒名单，自当日起不再公布。',
    },
    en: {
      subject: 'Early removal from the list was granted',
      text: 'Early removal of your company from the list was granted on {day}; it is no longer published from that day.',
    },
  },
  listingEarlyRefused: {
    needs: ['day'],
    zh: {
      subject: '不予提前移出失信联合惩戒名单',
      text: '人社部门已于 {day} 决定不予提前移出失信联合惩戒名单，理由见决定书。',
    },
    en: {
      subject: 'Early removal from the list was refused',
      text: 'On {day} it was decided not to remove your company from the list early; the decision states the reasons.',
    },
  },
  listingOrderGone: {
    needs: ['day'],
    zh: {
      subject: '列入决定随责令支付决定被撤销而失效',
      text: '责令贵单位支付工资的决定已于 {day} 被撤销，列入失信联合惩戒名单的决定随之撤销，自当日起不再公布。',
    },
    en: {
      subject: 'Your listing has ended with the order it rested on',
      text: 'The order to pay was revoked on {day}; the decision to list your company is revoked with it and no longer published from that day.',
    },
  },
  listingRemoved: {
    needs: ['day'],
    zh: {
      subject: '已移出失信联合惩戒名单',
      text: '贵单位已于 {day} 移出拖欠农民工工资失信联合惩戒对象名单，并停止公布。',
    },
    en: {
      subject: 'Your company is off the dishonesty list',
      text: 'Your company was taken off the list of dishonest payers on {day}; it is no longer published.',
    },
  },
} as const satisfies Readonly<Record<string, Template>>;
export type CompanyListingTemplate = keyof typeof COMPANY_LISTING_TEMPLATES;
