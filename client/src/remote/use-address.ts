import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** One choice of a page, kept in its address. */
export function useAddress(name: string, initial: () => string): WritableComputedRef<string> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => (typeof route.query[name] === 'string' ? route.query[name] : initial()),
    set: (value) => {
      const query = { ...route.query };
      if (value === '') delete query[name];
      else query[name] = value;
      void router.replace({ query });
    },
  });
}
