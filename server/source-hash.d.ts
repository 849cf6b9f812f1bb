export function sourceHash(root: string, sources: readonly string[]): string;
