import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import { openFirstAdmin } from '../features/accounts/index.ts';
import { systemCtx } from '../platform/context.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run first-admin -- --login boss --name 王管理 [--area 5326]

Opens the first administrator of an installation, while there is none; prints the first password, once.
建立第一个管理员账号（还没有管理员时）；首次密码只显示这一次，第一次登录必须修改。

--login   what he signs in with 登录名
--name    his name 姓名
--area    the area he administers, REGION_CODE unless said 管辖区域，默认 REGION_CODE
`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: { login: { type: 'string' }, name: { type: 'string' }, area: { type: 'string' } },
  });
  const { login, name } = values;
  if (login === undefined || name === undefined)
    throw new Error('需要 --login 和 --name / --login and --name are needed');
  const booted = await boot({ probe: false });
  try {
    const { clock, config } = booted;
    const ctx = systemCtx('firstAdmin', { now: clock.now(), today: clock.today() });
    const asked = { login, name, areaCode: values.area ?? config.regionCode };
    const { user, firstPassword } = await openFirstAdmin(asked, ctx);
    console.log(`${user.login}\n首次密码 / first password: ${firstPassword}`);
  } finally {
    await booted.stop();
  }
});
