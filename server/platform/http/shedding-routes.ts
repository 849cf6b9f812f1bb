import type { Method, Route } from './route.ts';

/** In the order in which they are let go when there is more to do than can be done. */
export const LOAD_CLASSES = ['heavy', 'reads', 'writes', 'first'] as const;
export type LoadClass = (typeof LOAD_CLASSES)[number];

interface Branch {
  named: Map<string, Branch>;
  any?: Branch;
  ends: Map<Method, LoadClass>;
}

const newBranch = (): Branch => ({ named: new Map(), ends: new Map() });

/**
 * Finds the class of a request by method and path below /api, before anything of it is read and before anybody is
 * asked who sends it: turning away must cost next to nothing.
 */
export function loadFinder(
  routes: readonly Route[],
  classOf: (route: Route) => LoadClass,
): (method: string, path: string) => LoadClass {
  const root = newBranch();
  for (const route of routes) {
    let at = root;
    for (const part of partsOf(route.path)) {
      const next = part.startsWith(':') ? at.any : at.named.get(part);
      const branch = next ?? newBranch();
      if (part.startsWith(':')) at.any = branch;
      else at.named.set(part, branch);
      at = branch;
    }
    if (!at.ends.has(route.method)) at.ends.set(route.method, classOf(route));
  }
  return (method, path) => {
    const asked = method === 'HEAD' ? 'get' : method.toLowerCase();
    const found = endOf(root, partsOf(path), 0, asked as Method); // a method no route has finds nothing
    return found ?? (asked === 'get' ? 'reads' : 'writes');
  };
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

function endOf(at: Branch, parts: readonly string[], depth: number, method: Method): LoadClass | undefined {
  const part = parts[depth];
  if (part === undefined) return at.ends.get(method);
  const named = at.named.get(part);
  const found = named === undefined ? undefined : endOf(named, parts, depth + 1, method);
  if (found !== undefined || at.any === undefined) return found;
  return endOf(at.any, parts, depth + 1, method);
}
