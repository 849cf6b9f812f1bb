// Recomputes everything an evidence pack (证据包) promises, with Node.js 18 or newer and nothing else:
//   node verify.mjs
// Exit code 0: valid 有效; 1: what is wrong is named, one line each 逐项列出问题。
import { createHash, createPublicKey, getHashes, verify } from 'node:crypto';
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const GENESIS = '0'.repeat(64);
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
const KNOWS_SM3 = getHashes().includes('sm3');
const faults = [];
const fault = (path, zh, en) => faults.push(`✗ ${path}: ${zh} / ${en}`);

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** One text for one value: keys in code-unit order, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
const linkHash = (kind, content) => sha256(`anxin-${kind}-1\n${canonical(content)}`);

function read(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    fault(path, '缺失或无法读取', 'missing or not readable');
    return undefined;
  }
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (!LITTER.has(entry.name)) yield relative(ROOT, path).split(sep).join('/');
  }
}

async function hashesOf(path) {
  const hashes = [createHash('sha256'), ...(KNOWS_SM3 ? [createHash('sm3')] : [])];
  for await (const chunk of createReadStream(path)) for (const hash of hashes) hash.update(chunk);
  return hashes.map((hash) => hash.digest('hex'));
}

async function checkFile({ path, bytes, sha256: expected, sm3 }) {
  const full = join(ROOT, ...path.split('/'));
  const stats = statSync(full, { throwIfNoEntry: false });
  if (stats === undefined) return fault(path, '文件缺失', 'is missing');
  const [found, foundSm3] = await hashesOf(full);
  const same = stats.size === bytes && found === expected && (!sm3 || !KNOWS_SM3 || foundSm3 === sm3);
  if (!same) fault(path, '内容与制作时不同', 'is not what it was when the pack was made');
}

async function checkFiles(files) {
  for (const file of files) await checkFile(file);
  const known = new Set([...files.map(({ path }) => path.normalize('NFC')), 'manifest.json', 'manifest.sig']);
  for (const path of filesIn(ROOT))
    if (!known.has(path.normalize('NFC'))) fault(path, '不在清单中', 'is not in the manifest');
}

/** The manifest's own hash is signed by the key that signs the daily roots. */
function checkManifest(keys) {
  const signed = read('manifest.sig');
  if (signed === undefined) return;
  const key = keys.find(({ keyId }) => keyId === signed.keyId);
  const text = `anxin-signed:evidence-pack\n${signed.manifestSha256}`;
  if (key === undefined || !isSigned(text, signed.signature, key, 'base64url'))
    return fault('manifest.sig', '签名不对', 'is not rightly signed');
  if (sha256(readFileSync(join(ROOT, 'manifest.json'))) !== signed.manifestSha256)
    fault('manifest.json', '清单被改动', 'was changed after it was signed');
}

function isSigned(text, signature, { keyId, publicKeyPem }, coding) {
  try {
    const key = createPublicKey(publicKeyPem);
    const id = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);
    return id === keyId && verify(null, Buffer.from(text), key, Buffer.from(signature, coding));
  } catch {
    return false;
  }
}

/** Events of the case in order; of withheld ones only the hash is known, by which the chain still holds together. */
function checkEvents(events, head) {
  const path = 'chain/events.json';
  let previous = GENESIS;
  events.forEach(({ hash, withheld, ...content }, at) => {
    const place = `${path} #${content.seq}`;
    if (content.seq !== at + 1 || content.prevHash !== previous)
      fault(place, '事件缺失或次序被改', 'an event is missing or moved');
    if (withheld !== true && linkHash('event', content) !== hash)
      fault(place, '事件内容被改', 'the event was changed');
    previous = hash;
  });
  if (events.length !== head.events || previous !== head.lastHash)
    fault(path, '事件链与清单不符', 'the chain is not the one of the manifest');
}

function checkAreaDay(events, { day, areaCode, prevHash, firstSeq, seals }, root) {
  const place = `chain/days.json ${day} ${areaCode}`;
  let hash = prevHash;
  const sealed = new Map();
  seals.forEach(({ eventId, eventHash }, at) => {
    hash = linkHash('seal', { areaCode, day, seq: firstSeq + at, eventId, eventHash, prevHash: hash });
    sealed.set(eventId, eventHash);
  });
  const area = root?.areas.find((one) => one.areaCode === areaCode);
  if (area === undefined || area.lastHash !== hash || area.events !== firstSeq + seals.length - 1)
    fault(place, '与当日总根不符', 'does not lead to the root of the day');
  const covered = events.filter((event) => sealed.has(event.id));
  if (covered.some((event) => sealed.get(event.id) !== event.hash))
    fault(place, '事件与当日链不符', 'an event is not the one sealed on that day');
  return covered.length;
}

function checkRoot({ day, areas, previousRootHash, rootHash, signature, keyId }, keys) {
  const place = `chain/days.json ${day}`;
  if (linkHash('root', { day, areas, previousRootHash }) !== rootHash)
    fault(place, '当日总根不对', 'the root of the day is wrong');
  const key = keys.find((one) => one.keyId === keyId);
  const text = `anxin-daily-root:${day}:${rootHash}`;
  if (key === undefined || !isSigned(text, signature, key, 'base64'))
    fault(place, '当日总根签名不对', 'the root of the day is not rightly signed');
}

function checkChain(manifest, keys) {
  const events = read('chain/events.json');
  const days = read('chain/days.json');
  if (events === undefined || days === undefined) return { covered: 0, events: 0 };
  checkEvents(events, manifest.chain);
  for (const root of days.roots) checkRoot(root, keys);
  const counts = days.areaDays.map((areaDay) =>
    checkAreaDay(
      events,
      areaDay,
      days.roots.find(({ day }) => day === areaDay.day),
    ),
  );
  return { covered: counts.reduce((sum, count) => sum + count, 0), events: events.length };
}

async function checkAll() {
  const manifest = read('manifest.json');
  if (manifest === undefined) return undefined;
  const keys = read('chain/keys.json') ?? [];
  checkManifest(keys);
  await checkFiles(manifest.files);
  return { manifest, keys, ...chainOf(manifest, keys) };
}

function chainOf(manifest, keys) {
  try {
    return checkChain(manifest, keys);
  } catch {
    fault('chain', '事件链文件损坏，无法核对', 'is damaged: the chain could not be checked');
    return { covered: 0, events: 0 };
  }
}

/** A file that was damaged may be read as anything: whatever that leads to is a fault, not a crash. */
const seen = await checkAll().catch((error) => {
  fault('manifest.json', `无法核对 (${error?.message})`, 'could not be checked');
  return undefined;
});
if (faults.length > 0) {
  console.log(faults.join('\n'));
  console.log(`无效：${faults.length} 处问题 / NOT VALID: ${faults.length} fault(s)`);
  process.exitCode = 1;
} else if (seen !== undefined) {
  const { manifest, keys, covered, events } = seen;
  console.log(`有效 / VALID: ${manifest.case.number}`);
  console.log(`  ${manifest.files.length} 个文件 files, ${events} 个事件 events`);
  console.log(`  ${covered} 个事件已由每日签名覆盖 events under a signed daily root`);
  if (!KNOWS_SM3) console.log('  本机不支持 SM3，只核对了 SHA-256 / no SM3 here: SHA-256 alone was checked');
  console.log(`  公钥编号 key id: ${keys.map(({ keyId }) => keyId).join(' ')}`);
  console.log(`  请与公布的公钥核对 compare it with the published one: ${manifest.publishedAt}`);
}
