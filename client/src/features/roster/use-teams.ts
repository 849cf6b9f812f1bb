import type { TeamView } from '@core/contract/roster.ts';
import { computed, watch, type ComputedRef } from 'vue';
import { listTeams } from '@/api/roster.ts';
import { useRemote, type Remote } from '@/remote/remote-data.ts';

/** The teams of a site that this reader may see, as choices. */
export function useTeams(projectId: () => string): {
  teams: Remote<TeamView[]>;
  options: ComputedRef<{ value: string; label: string }[]>;
} {
  const teams = useRemote((signal) => listTeams(projectId(), signal));
  watch(projectId, (id) => id !== '' && void teams.load(), { immediate: true });
  const employers = computed(() => new Set((teams.value.value ?? []).map(({ employerId }) => employerId)));
  const options = computed(() =>
    (teams.value.value ?? []).map((team) => ({
      value: team.id,
      label: employers.value.size > 1 ? `${team.name} · ${team.employerName}` : team.name,
    })),
  );
  return { teams, options };
}
