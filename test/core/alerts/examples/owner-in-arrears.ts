import type { ProjectFacts } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState } from '../site-facts.ts';

type Elsewhere = NonNullable<ProjectFacts['elsewhere']>[number];
const today = '2026-11-20';
const unpaid = (projectId: string, over: Partial<Elsewhere> = {}): Elsewhere => ({
  projectId,
  projectName: projectId,
  companyId: 'owner',
  role: 'projectOwner',
  arrearsFen: fen(200_000),
  ...over,
});
const facts = (...elsewhere: Elsewhere[]) =>
  projectFacts({ elsewhere, freshness: { elsewhere: plainDate('2026-11-16') } });

export const ownerInArrearsExamples: RuleExamples = {
  rule: 'ownerInArrears',
  hits: [
    {
      title: 'two other projects of the owner, one of the contractor',
      today,
      facts: facts(
        unpaid('p2'),
        unpaid('p3', { arrearsFen: fen(50) }),
        unpaid('p4', { companyId: 'gc', role: 'generalContractor' }),
      ),
      finds: [
        { about: 'company:gc', since: '2026-11-16', values: { projects: 1 }, says: ['一建', '2,000.00'] },
        {
          about: 'company:owner',
          since: '2026-11-16',
          values: { projects: 2, arrearsFen: 200_050 },
          says: ['城投', '2,000.50'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'a project on which the company is both owner and contractor counts once',
      today,
      facts: facts(unpaid('p2'), unpaid('p2', { role: 'generalContractor' })),
      finds: [{ about: 'company:owner', since: '2026-11-16', values: { projects: 1, arrearsFen: 200_000 } }],
    },
  ],
  nearMisses: [
    { title: 'everything is paid elsewhere', today, facts: facts() },
    { title: 'a project without unpaid wages', today, facts: facts(unpaid('p2', { arrearsFen: fen(0) })) },
    { title: 'this project itself is no other one', today, facts: facts(unpaid('p1')) },
    {
      title: 'one project, where the area has set two',
      today,
      facts: facts(unpaid('p2')),
      settings: { numbers: { alertArrearsElsewhere: 2 } },
    },
    { title: 'finished works', today, facts: { ...facts(unpaid('p2')), ...inState('finished') } },
  ],
  noData: [
    { title: 'nobody looked at the other projects', today, facts: projectFacts(), missing: '其他项目' },
  ],
};
