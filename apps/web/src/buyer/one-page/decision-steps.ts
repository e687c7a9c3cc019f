import type { ApprovalView, MeView } from '#client';

/** Where the decision of one buyer stands. */
export type DecisionState =
  | 'not-asked'
  | 'being-prepared'
  | 'recommended'
  | 'deferred'
  | 'to-confirm'
  | 'approved'
  | 'approved-conditionally'
  | 'declined'
  | 'over';

export function decisionState(approval: ApprovalView | null): DecisionState {
  if (!approval) return 'not-asked';
  if (approval.awaitsBuyerSince) return 'to-confirm';
  switch (approval.phase) {
    case 'open':
      return 'being-prepared';
    case 'recommended':
    case 'deferred':
    case 'approved':
    case 'approved-conditionally':
    case 'declined':
      return approval.phase;
    default:
      return 'over';
  }
}

/** Why somebody who looks at a recommendation may not approve it; undefined when they may. */
export function whyNotApprove(
  { roles, person }: Pick<MeView, 'roles' | 'person'>,
  requesterId: string | undefined,
): 'no-approver' | 'same-person' | undefined {
  if (requesterId === person.id) return 'same-person';
  return roles.includes('buyer-approver') ? undefined : 'no-approver';
}

/** Who may write the scope and recommend. */
export const isRequester = ({ roles }: Pick<MeView, 'roles'>): boolean => roles.includes('buyer-requester');
