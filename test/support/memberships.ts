import type { Member } from '../../apps/dev/src/play/parties.js';
import type { World } from './world.js';

interface PersonSeen {
  readonly memberships: readonly { readonly organisationId: string; readonly version: number }[];
}

/** Sets somebody's roles as one who has read what they were; in their own organisation if no other is named. */
export async function setRoles<T>(
  { parties }: World,
  by: Member,
  { personId, organisationId }: Pick<Member, 'personId' | 'organisationId'>,
  roles: readonly string[],
): Promise<T> {
  const { memberships } = await parties.officer.api.get<PersonSeen>(`/v1/people/${personId}`);
  const running = memberships.find((membership) => membership.organisationId === organisationId);
  const precondition: Record<string, string> = running
    ? { 'if-match': `"${running.version}"` }
    : { 'if-none-match': '*' };
  const path = `/v1/people/${personId}/memberships/${organisationId}`;
  return (await by.api.request<T>('PUT', path, { roles }, precondition)).body;
}
