import type { Template } from './template.ts';

/** Closing of wage accounts and return of bonds: what waits, what was answered, what the bank may do now. */
export const RELEASE_TEMPLATES = {
  releaseBegun: {
    needs: ['project'],
    zh: {
      subject: '有项目申请销户或者返还保证金',
      text: '“{project}”的施工总承包单位已作出无拖欠承诺并张贴公示，请核对后在网站公示。',
    },
    en: {
      subject: 'A closing or a return was begun',
      text: 'The general contractor of "{project}" has pledged that nothing is owed and put up the notice. Please publish it on the website.',
    },
  },
  releaseApplied: {
    needs: ['project'],
    zh: {
      subject: '有销户或者返还申请待审核',
      text: '“{project}”公示期满，施工总承包单位已提出申请，请在期限内审核。',
    },
    en: {
      subject: 'A closing or a return waits for review',
      text: 'The notice of "{project}" has run and its general contractor applied. Please review it in time.',
    },
  },
  releaseWaits: {
    needs: ['project'],
    zh: {
      subject: '有销户或者返还待出具确认书',
      text: '“{project}”的销户或者返还申请已审核，请出具确认书或者不予确认。',
    },
    en: {
      subject: 'A confirmation waits for your word',
      text: 'The application of "{project}" was reviewed; please confirm or refuse it.',
    },
  },
  releaseTakenBack: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还申请已撤回',
      text: '“{project}”的施工总承包单位撤回了销户或者返还申请。',
    },
    en: {
      subject: 'A closing or a return was withdrawn',
      text: 'The general contractor of "{project}" has withdrawn it.',
    },
  },
  releasePublished: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还已在网站公示',
      text: '“{project}”的销户或者返还已在网站公示，公示期满后请提出申请。',
    },
    en: {
      subject: 'Your notice is on the website',
      text: 'The notice for "{project}" was published. Apply once it has run.',
    },
  },
  releaseObjected: {
    needs: ['project'],
    zh: {
      subject: '公示期间收到异议',
      text: '对“{project}”的销户或者返还有异议，请查看告知内容，核实并付清后由人社部门了结。',
    },
    en: {
      subject: 'An objection was noted',
      text: 'There is an objection to the closing or return for "{project}". Read what you are told, and pay what is owed.',
    },
  },
  releaseRefused: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还申请不予确认',
      text: '“{project}”的申请不予确认，请查看书面告知中的理由；付清、了结后可以再次申请。',
    },
    en: {
      subject: 'Your application was refused',
      text: 'The application for "{project}" was refused; the written notice says why. Settle what is owed and apply again.',
    },
  },
  releaseConfirmed: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还已确认',
      text: '“{project}”的确认书已出具，可以下载，由银行办理。',
    },
    en: {
      subject: 'Your application was confirmed',
      text: 'The confirmation for "{project}" was issued and can be downloaded; the bank carries it out.',
    },
  },
  releaseToCarryOut: {
    needs: ['project'],
    zh: {
      subject: '有销户或者返还请办理',
      text: '“{project}”的销户或者返还已由人社部门确认，请凭确认书办理并登记结果。',
    },
    en: {
      subject: 'A closing or a return is yours to carry out',
      text: 'The regulator has confirmed it for "{project}". Please carry it out and record that you did.',
    },
  },
  releaseRevoked: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还的确认书已撤销',
      text: '“{project}”的销户或者返还确认书已由人社部门撤销，没有办理的请停止办理。',
    },
    en: {
      subject: 'A confirmation was taken back',
      text: 'The regulator has taken back the confirmation for "{project}". Please do not carry it out.',
    },
  },
  releaseDone: {
    needs: ['project'],
    zh: {
      subject: '销户或者返还已办结',
      text: '“{project}”的销户或者返还已办理，请查看日期和金额。',
    },
    en: {
      subject: 'A closing or a return was carried out',
      text: 'It was carried out for "{project}"; see the day and the amount.',
    },
  },
} as const satisfies Record<string, Template>;
