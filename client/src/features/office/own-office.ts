import { STAND_IN_ROLES, type StandInRole } from '@core/contract/office-work.ts';
import { computed, type ComputedRef } from 'vue';
import { useSession } from '@/stores/session.ts';

const OFFICE_DIGITS = 6;

/** The office somebody works in, as what, and whether he is its head; read off his own rights. */
export function useOwnOffice(): {
  officeCode: ComputedRef<string | undefined>;
  roles: ComputedRef<StandInRole[]>;
  isHead: ComputedRef<boolean>;
} {
  const session = useSession();
  const grants = computed(() =>
    (session.user?.grants ?? []).filter(({ role }) => STAND_IN_ROLES.some((one) => one === role)),
  );
  const roles = computed(() =>
    STAND_IN_ROLES.filter((role) => grants.value.some((grant) => grant.role === role)),
  );
  return {
    officeCode: computed(() =>
      grants.value.find(({ areaCode }) => areaCode.length >= OFFICE_DIGITS)?.areaCode.slice(0, OFFICE_DIGITS),
    ),
    roles,
    isHead: computed(() => roles.value.includes('bureauHead')),
  };
}
