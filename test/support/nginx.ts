import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram } from './debian-program.ts';
import { eventually } from './eventually.ts';
import { freePort } from './product.ts';

export const NGINX_PACKAGES = ['nginx', 'openssl'] as const;
export const findNginx = (): string | null =>
  debianProgram('openssl', NGINX_PACKAGES) && debianProgram('nginx', NGINX_PACKAGES);

export interface Nginx {
  url: string;
  /** The list of servers, as the delivered configuration includes it. */
  servers: string;
  /** What makes it read its files again. */
  reload: string;
  stop(): Promise<void>;
}

/** The configuration that is delivered, with places and ports of the test's own, in front of these ports. */
export async function startNginx(program: string, ports: readonly number[]): Promise<Nginx> {
  const dir = mkdtempSync(join(tmpdir(), 'anxin-nginx-'));
  const at = (name: string): string => join(dir, name);
  const [plain, tls] = [await freePort(), await freePort()];
  writeFileSync(at('servers.conf'), ports.map((port) => `server 127.0.0.1:${port};\n`).join(''));
  const site = readFileSync('docs/deploy/nginx.conf', 'utf8')
    .replaceAll('/etc/nginx/anxin-servers.conf', at('servers.conf'))
    .replaceAll('/etc/ssl/private/anxin.key', at('key.pem'))
    .replaceAll('/etc/ssl/anxin.pem', at('cert.pem'))
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${tls} ssl;`);
  writeFileSync(at('site.conf'), site);
  writeFileSync(at('nginx.conf'), aroundIt(dir));
  makeCertificate(dir);
  const flags = ['-c', at('nginx.conf'), '-p', dir, '-e', at('error.log')];
  const checked = spawnSync(program, ['-t', ...flags], { encoding: 'utf8' });
  if (checked.status !== 0) throw new Error(`nginx -t: ${checked.stderr}`);
  const child = spawn(program, flags, { stdio: 'ignore' });
  const exited = once(child, 'exit');
  await eventually('nginx has written its pid', () => {
    if (child.exitCode !== null) throw new Error(readFileSync(at('error.log'), 'utf8'));
    return readFileSync(at('nginx.pid'), { encoding: 'utf8', flag: 'a+' }) !== '';
  });
  return {
    url: `https://127.0.0.1:${tls}`,
    servers: at('servers.conf'),
    reload: [program, ...flags, '-s', 'reload'].join(' '),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const aroundIt = (dir: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 2;
pid ${dir}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${dir}/${kind};`).join('\n  ')}
  include ${dir}/site.conf;
}
`;

function makeCertificate(dir: string): void {
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const out = ['-keyout', join(dir, 'key.pem'), '-out', join(dir, 'cert.pem')];
  const made = spawnSync('openssl', ['req', '-x509', ...ec, '-subj', '/CN=127.0.0.1', ...out], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
}
