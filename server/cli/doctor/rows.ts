import { NEXT_STEPS } from '../../features/operations/index.ts';
import type { BackupFact, Facts, NamedFinding, Place } from './facts.ts';
import { row } from './row.ts';
import type { Row } from './row.ts';
import { storeRows } from './store-rows.ts';

/** A nightly backup, and half a day to notice that one is missing. */
const BACKUP_HOURS = 36;

/** What only a running product keeps good: while it stands still, a lack of it tells nothing. */
const NEEDS_RUNNING: readonly NamedFinding['name'][] = ['jobs', 'eventChain', 'outbox', 'migrations'];
const CLOCK_BACK = [
  '校正本机时间；时间一直正确的，说明曾经走快，等它追上再使用',
  'Set the clock right; where it is right it ran fast before: wait until it has caught up',
] as const;

/** Every line about an installation, from what was found; says nothing of what could not be looked at. */
export function rowsOf({ node, pages, configuration, place }: Facts): Row[] {
  return [
    nodeRow(node),
    pagesRow(pages),
    configuration === null
      ? row('configuration', 'good', '设置可用', 'The settings can be used')
      : row('configuration', 'bad', configuration.fault, configuration.fault, [
          '按 README 的设置表改正。密钥文件在首次启动时生成；已有数据的，放回原来的密钥文件，不要新建',
          "Correct it by README's table. The first start makes the key file; where data exists, put the original back",
        ]),
    ...(place === null ? [] : placeRows(place)),
  ];
}

function nodeRow({ version, wanted }: Facts['node']): Row {
  const least = Number(/\d+/.exec(wanted)?.[0] ?? 0);
  if (Number.parseInt(version, 10) >= least)
    return row('node', 'good', `Node.js ${version} 可用`, `Node.js ${version} will do`);
  return row('node', 'bad', `Node.js ${version} 太旧`, `Node.js ${version} is too old`, [
    `安装 Node.js ${wanted}`,
    `Install Node.js ${wanted}`,
  ]);
}

function pagesRow(pages: Facts['pages']): Row {
  const next = [
    '运行 npm run build（npm start 会自动构建）',
    'Run npm run build (npm start builds them itself)',
  ];
  if (pages === 'built') return row('pages', 'good', '页面已构建', 'The pages are built');
  return pages === 'stale'
    ? row('pages', 'warning', '页面由别的版本构建', 'The pages were built from another version', next)
    : row('pages', 'bad', '页面没有构建', 'The pages are not built', next);
}

function placeRows({ dataDir, keys, backup, store, checks }: Place): Row[] {
  const standing = store.state === 'answers' && store.product === 'stopped';
  return [
    dataDirRow(dataDir),
    keys.readByOthers
      ? row('keyFile', 'bad', `别的用户可以读取密钥文件`, 'Other users may read the key file', [
          `chmod o=,g-wx ${keys.path}`,
          `chmod o=,g-wx ${keys.path}`,
        ])
      : row(
          'keyFile',
          'good',
          '密钥齐全，别的用户不能读',
          'The keys are there, and no other user may read them',
        ),
    ...storeRows(store),
    ...checks.map((check) => checkRow(check, standing)),
    backupRow(backup),
  ];
}

function dataDirRow({ path, state }: Place['dataDir']): Row {
  if (state === 'fine')
    return row('dataDir', 'good', `数据目录可写：${path}`, `The data folder can be written: ${path}`);
  return row(
    'dataDir',
    'bad',
    state === 'missing' ? `没有数据目录：${path}` : `数据目录不可写：${path}`,
    state === 'missing' ? `There is no data folder: ${path}` : `The data folder cannot be written: ${path}`,
    [
      '检查 DATA_DIR，并用运行本系统的用户执行本命令',
      'Check DATA_DIR, and run this as the user who runs the product',
    ],
  );
}

function checkRow({ name, level, zh, en }: NamedFinding, standing: boolean): Row {
  if (level === 'good') return row(name, level, zh, en);
  if (standing && NEEDS_RUNNING.includes(name))
    return row(name, 'unknown', `${zh}（系统未运行）`, `${en} (the product is not running)`, [
      '启动系统，几分钟后再检查',
      'Start the product and look again in a few minutes',
    ]);
  return row(name, level, zh, en, name === 'clockBack' ? CLOCK_BACK : NEXT_STEPS[name]);
}

function backupRow(backup: BackupFact | null): Row {
  const next = [
    '每晚 npm run backup -- --into 另一块磁盘上的文件夹 --keep 30',
    'npm run backup -- --into a folder on another disk --keep 30, every night',
  ];
  if (backup === null)
    return row('backup', 'unknown', '不知道备份在哪里', 'Where the backup lies is not known', [
      '加上 --backup 文件夹',
      'Say --backup FOLDER',
    ]);
  if ('fault' in backup) return row('backup', 'bad', backup.fault, backup.fault, next);
  if (!backup.keysFit)
    return row('backup', 'bad', '现在的密钥打不开这份备份', 'The present keys do not fit this backup', [
      '保管好备份当时的密钥文件，并重新备份',
      'Keep the key file of that time, and make a new backup',
    ]);
  const hours = Math.round(backup.ageHours);
  return hours > BACKUP_HOURS
    ? row('backup', 'warning', `备份是 ${hours} 小时前的`, `The backup is ${hours} hours old`, next)
    : row('backup', 'good', `备份是 ${hours} 小时前的`, `The backup is ${hours} hours old`);
}
