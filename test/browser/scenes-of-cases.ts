import { open, openFirst, type Scene } from './scene.ts';

/** Opens a tab of the demo's case that has these words in its title. */
const tabOf = (words: string, tab: string, sign: string): Scene => ({
  play: openFirst(
    'inspector',
    '/cases?limit=200',
    ({ title }) => String(title).includes(words),
    `?tab=${tab}`,
    sign,
  ),
});

/** What an office does with a case beside its main line, who does it, and what the other side sees of it. */
export const SCENES_OF_CASES: Record<string, Scene> = {
  'inspector-proceedings': tabOf('罚款逾期', 'proceedings', '.proceedings ol, .proceedings ul'),
  'inspector-evidence': tabOf('证据齐全', 'evidence', '.evidence li'),
  'inspector-arrears': tabOf('木工班', 'arrears', '.arrears .head'),
  'inspector-papers': tabOf('文书齐全', 'documents', '.papers .paper'),
  'inspector-archive': tabOf('炊事员', 'archive', 'text=下载 PDF'),
  'inspector-group': tabOf('工友各自加入', 'claims', 'main table'),
  'head-load': { play: open('bureauHead', '/case-load', 'tbody tr') },
  'contractor-matter': { play: openFirst('contractor', '/company/matters', () => true, '', '#demands') },
};
