import { reactive, watch } from 'vue';

/** How one person likes one table: hidden columns and density, kept in this browser. */
export interface TableTaste {
  hidden: string[];
  density: 'roomy' | 'tight';
}

export function useTableTaste(table: string, hiddenAtFirst: string[]): TableTaste {
  const storedAs = `anxin.table.${table}`;
  const taste = reactive<TableTaste>({ hidden: hiddenAtFirst, density: 'roomy' });
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAs) ?? 'null');
    if (typeof stored === 'object' && stored !== null) {
      if ('hidden' in stored && Array.isArray(stored.hidden)) taste.hidden = stored.hidden.map(String);
      if ('density' in stored && stored.density === 'tight') taste.density = 'tight';
    }
  } catch {
    // A damaged note about taste is not worth a word: the table starts as designed.
  }
  watch(taste, () => localStorage.setItem(storedAs, JSON.stringify(taste)));
  return taste;
}
