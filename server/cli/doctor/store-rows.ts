import type { StoreFact } from './facts.ts';
import { row } from './row.ts';
import type { Row } from './row.ts';

/** Whether the store can be asked, and whether somebody works on it; how well it does is a check of its own. */
export function storeRows(store: StoreFact): Row[] {
  switch (store.state) {
    case 'answers':
      return store.product === 'stopped'
        ? [
            row('product', 'warning', '系统没有运行', 'The product is not running', [
              'npm start',
              'npm start',
            ]),
          ]
        : store.product === 'running'
          ? [row('product', 'good', '系统在运行', 'The product is running')]
          : [];
    case 'none':
      return [
        row('store', 'bad', '这里还没有数据', 'There is no data here yet', [
          '首次安装：npm start；否则检查 DATA_DIR 和 MONGODB_URI，或用 npm run restore 恢复备份',
          'A new installation: npm start; else check DATA_DIR and MONGODB_URI, or npm run restore a backup',
        ]),
      ];
    case 'silent':
      return [
        row(
          'store',
          'bad',
          '占用内置存储的进程没有应答',
          'The process that holds the store does not answer',
          [
            '若刚启动，一分钟后再试；否则停止系统后重新启动',
            'Try again in a minute if it has just started; else stop the product and start it again',
          ],
        ),
      ];
    case 'notOurs':
      return [
        row('store', 'bad', '内置存储属于别的用户', 'The store belongs to another user', [
          '用运行本系统的用户执行本命令',
          'Run this as the user who runs the product',
        ]),
      ];
    case 'newer':
      return [
        row('store', 'bad', store.fault, store.fault, [
          '装回较新的版本；不要用本版本启动',
          'Install the newer version again; do not start this one',
        ]),
      ];
    case 'failed':
      return [
        row('store', 'bad', `存储不可用：${store.fault}`, `The store cannot be used: ${store.fault}`, [
          '检查 MONGODB_URI（须为副本集）和网络；内置存储损坏时用 npm run restore 恢复备份',
          'Check MONGODB_URI (a replica set) and the network; where the embedded store is damaged, npm run restore',
        ]),
      ];
  }
}
