import { BlockList, isIP } from 'node:net';

/** What no address that was typed in may lead to: this machine, its neighbours, and ranges nobody is reached in. */
const SHUT: readonly [net: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 32, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

type Family = 'ipv4' | 'ipv6';
/** Apart by family: one list would take every IPv4 address for its IPv6 form. */
type Nets = Readonly<Record<Family, BlockList>>;

function netsOf(nets: readonly (readonly [string, number, Family])[]): Nets {
  const lists: Nets = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const [net, prefix, family] of nets) lists[family].addSubnet(net, prefix, family);
  return lists;
}

const familyOf = (address: string): Family => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const lies = (address: string, nets: Nets): boolean => {
  const family = familyOf(address);
  return nets[family].check(address, family);
};
const shut = netsOf(SHUT);
let own = netsOf([]);

/** Networks of the office's own ('10.1.0.0/16'), into which what is sent may go although they are private. */
export function configureOutbound({ ownNetworks }: { ownNetworks: readonly string[] }): void {
  own = netsOf(
    ownNetworks.map((network) => {
      const [net = '', prefix] = network.split('/');
      return [net, Number(prefix), familyOf(net)] as const;
    }),
  );
}

export const isOwnNetwork = (address: string): boolean => lies(address, own);

/** May something be sent to this address? */
export const isOpenAddress = (address: string): boolean => isOwnNetwork(address) || !lies(address, shut);
