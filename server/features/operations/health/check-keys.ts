import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { Suite } from '../../../platform/crypto/index.ts';
import { findRotation, keyRing } from '../../../platform/crypto/index.ts';

type Finding = Omit<HealthCheck, 'name'>;

const SUITE_NAMES: Record<Suite, string> = { aes: 'AES-256-GCM', sm: 'SM4/SM3' };

/** Which suite seals personal data, and whether something is still sealed with another key. */
export async function checkKeys({ cipherSuite }: { cipherSuite: Suite }): Promise<Finding> {
  const { active, old, suites } = keyRing();
  const suite = suites.get(active) ?? 'aes';
  const name = SUITE_NAMES[suite];
  const facts = { suite: name, activeKey: active, oldKeys: old.length };
  const blind = await findRotation('blind');
  if (blind !== null && blind.doneAt === undefined)
    return {
      level: 'bad',
      zh: '盲索引正在重建，做完之前系统不能启动：运行 npm run rotate-keys -- --blind',
      en: 'The blind indexes are being made anew; until that is done nothing starts: npm run rotate-keys -- --blind',
      facts,
    };
  if (suite !== cipherSuite) {
    const wanted = SUITE_NAMES[cipherSuite];
    return {
      level: 'warning',
      zh: `个人信息用 ${name} 加密，设置要求 ${wanted}：运行 npm run rotate-keys -- --add`,
      en: `Personal data is sealed with ${name}, the settings ask for ${wanted}: npm run rotate-keys -- --add`,
      facts,
    };
  }
  if (old.length === 0)
    return {
      level: 'good',
      zh: `个人信息用 ${name} 加密，密钥 ${active}`,
      en: `Personal data is sealed with ${name}, key ${active}`,
      facts,
    };
  const rotation = await findRotation(`field:${active}`);
  if (rotation?.doneAt !== undefined)
    return {
      level: 'good',
      zh: `个人信息都已用密钥 ${active}（${name}）加密，旧密钥 ${old.join('、')} 可以停用`,
      en: `All personal data is sealed with key ${active} (${name}); ${old.join(', ')} may be retired`,
      facts,
    };
  return {
    level: 'warning',
    zh: `正在更换密钥：已重新加密 ${rotation?.changed ?? 0} 项，仍有记录使用 ${old.join('、')}`,
    en: `Keys are being changed: ${rotation?.changed ?? 0} values re-encrypted, records still use ${old.join(', ')}`,
    facts,
  };
}
