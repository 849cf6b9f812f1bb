import type { EvidenceKind, EvidenceSide, StartEvidencePack } from '../../../core/contract/evidence.ts';

/** Words of the pack itself: it is read by people who never see our screens. */
export const KIND_WORDS: Readonly<Record<EvidenceKind, string>> = {
  document: '书证',
  photo: '照片',
  audio: '录音',
  video: '录像',
  chat: '聊天记录',
  workbook: '电子表格',
  bankRow: '银行流水',
  payrollLine: '工资表记录',
  attendance: '考勤记录',
  interview: '询问笔录',
  other: '其他',
};

export const SIDE_WORDS: Readonly<Record<EvidenceSide, string>> = {
  complainant: '投诉人提供',
  respondent: '被投诉单位提供',
  office: '监察机构收集',
  thirdParty: '第三方提供',
};

/** For papers outside this folder. */
export const EVIDENCE_WORDS = { kind: KIND_WORDS, side: SIDE_WORDS } as const;

export const FOR_WHOM_WORDS: Readonly<Record<StartEvidencePack['forWhom'], string>> = {
  arbitration: '劳动争议仲裁',
  court: '人民法院',
  police: '公安机关',
  other: '其他',
};

export const HOW_TO_VERIFY = `证据包验证说明

任何人都可以自行核对本证据包，不需要账号，也不需要联网：
1. 把压缩包解压到一个空文件夹。
2. 在一台装有 Node.js 18 或更高版本的电脑上，打开命令行，进入该文件夹，运行：
     node verify.mjs
3. 显示“有效 / VALID”表示：每个文件都与制作时完全相同（SHA-256，支持时另核对 SM3），案件的事件链没有被增删或改动，
   并且事件链与每日签名的总根相符。否则会逐一指出有问题的文件。
4. 最后显示的公钥编号，请与公布页面上的编号核对。两者一致，才说明签名出自该系统。

各文件的含义：
  00-目录.pdf、00-目录.html   证据目录
  evidence/                   证据原件或遮盖副本；系统记录以 JSON 原样保存
  papers/                     案件文书
  chain/events.json           案件的事件链；涉及举报人的事件只保留散列值
  chain/days.json             每日总根及其签名，以及从事件到总根的散列链
  chain/keys.json             公钥
  manifest.json、manifest.sig 文件清单及其签名
  verify.mjs                  核对程序，不依赖任何其他软件包，可用文本编辑器查看

手工核对一个文件（任选其一）：
  sha256sum 文件名 / certutil -hashfile 文件名 SHA256，与 manifest.json 中的值比较。
事件散列的算法：SHA-256("anxin-event-1\\n" + 事件内容的规范 JSON)，键按字符编码排序、无空格。

------------------------------------------------------------------------------

How to verify this evidence pack

Anybody can check this pack, without an account and without a network:
1. Unpack the archive into an empty folder.
2. On a computer with Node.js 18 or newer open a terminal in that folder and run:
     node verify.mjs
3. "VALID" means: every file is what it was when the pack was made (SHA-256, and SM3 where Node knows it), nothing was added
   to, taken from or changed in the event chain of the case, and the chain agrees with the signed daily roots. Otherwise each
   faulty file is named.
4. Compare the key id that is printed last with the published one. Only then is the signature known to be that system's.

Events that concern somebody who made a report are kept as hashes alone; pieces that came with reports are left out, and the
index says how many.
`;
