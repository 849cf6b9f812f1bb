import type { AreaView, DepartmentView } from '@core/contract/areas.ts';
import { defineStore } from 'pinia';
import { reactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { getArea, listDepartments } from '@/api/areas.ts';
import { isChinese } from '@/i18n/bilingual.ts';

/** Reference lists that change yearly: fetched when first named, kept for the life of the page. */
export const useReference = defineStore('reference', () => {
  const areas = reactive(new Map<string, AreaView | null>());
  const departments = reactive<DepartmentView[]>([]);
  let askedDepartments = false;

  function area(code: string): AreaView | null {
    if (!areas.has(code)) {
      areas.set(code, null);
      void getArea(code).then(
        (found) => areas.set(code, found),
        () => undefined,
      );
    }
    return areas.get(code) ?? null;
  }

  function allDepartments(): DepartmentView[] {
    if (!askedDepartments) {
      askedDepartments = true;
      void listDepartments({}).then(
        (found) => departments.push(...found.items),
        () => (askedDepartments = false),
      );
    }
    return departments;
  }

  return { area, allDepartments };
});

/** Code → name on screen; until the name is here, and for codes of old papers, the code itself. */
export function useAreaNames(): (code: string) => string {
  const reference = useReference();
  const { locale } = useI18n();
  return (code) => {
    const area = reference.area(code);
    if (!area) return code;
    return isChinese(locale.value) ? area.name : area.nameEn;
  };
}

/** Code of a member department → its name; nothing for none. */
export function useDepartmentNames(): (code: string | undefined) => string {
  const reference = useReference();
  const { locale } = useI18n();
  return (code) => {
    if (code === undefined) return '';
    const found = reference.allDepartments().find((department) => department.code === code);
    if (!found) return code;
    return isChinese(locale.value) ? found.name : found.nameEn;
  };
}
