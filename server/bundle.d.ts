export function bundled(root: string, program: string): Promise<string>;
