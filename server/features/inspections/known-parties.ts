/** The inspected company and project as they are on record, or as they were typed. */
export interface KnownParties {
  companyId: string | undefined;
  companyName: string;
  projectId: string | undefined;
  projectName: string | undefined;
}

export async function knownParties(input: {
  companyId?: string;
  companyName: string;
  projectId?: string;
}): Promise<KnownParties> {
  const { companyId, companyName, projectId } = input;
  return Promise.resolve({ companyId, companyName, projectId, projectName: undefined });
}
