export const exportDump = (): never => {
  throw new Error('not built yet');
};
export const importDump = exportDump;
