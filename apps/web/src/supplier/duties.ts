import type { BallHolderView, QualificationSummary } from '#client';
import { isLater } from '../ui/duty-time.js';

/** A duty of the supplier in one of its cases, and how many of the same kind wait there. */
export interface Duty {
  readonly of: QualificationSummary;
  readonly what: string;
  readonly subject: string;
  readonly dueAt?: string;
  readonly otherwise: string;
  readonly count: number;
}

/** About how long one takes, in minutes; what is not here takes five. */
const MINUTES: Readonly<Record<string, number>> = {
  'complete-application': 20,
  'answer-information-request': 10,
  'answer-visit-proposal': 1,
  'confirm-pilot': 3,
  'correct-finding': 10,
  'submit-sample': 5,
  'deliver-lot': 2,
  'renew-certificate': 5,
  'renew-external-report': 5,
  'renew-qualification': 10,
  'close-conditions': 10,
  'close-suspension-cause': 10,
};
export const minutesFor = ({ what, count }: Pick<Duty, 'what' | 'count'>): number =>
  (MINUTES[what] ?? 5) * count;

/** Where on a case a duty is done, below the address of the case. */
const PLACES: Readonly<Record<string, string>> = {
  'complete-application': '/apply',
  'answer-information-request': '#questions',
  'answer-visit-proposal': '#visit',
  'confirm-pilot': '#pilots',
  'submit-sample': '#pilots',
  'deliver-lot': '#pilots',
  'correct-finding': '#corrections',
  'renew-certificate': '/apply/certificates',
  'renew-external-report': '/apply/external-reports',
  'renew-qualification': '#next',
  'close-conditions': '#corrections',
  'close-suspension-cause': '#corrections',
};
export const placeOf = (what: string): string => PLACES[what] ?? '';

const sooner = (one: { readonly dueAt?: string }, other: { readonly dueAt?: string }): number =>
  (one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : (one.dueAt ?? '9') > (other.dueAt ?? '9') ? 1 : 0;

/** What of a kind waits in a case, as one duty that is due with the first of them. */
function together(of: QualificationSummary, holders: readonly BallHolderView[]): readonly Duty[] {
  const kinds = [...new Set(holders.map(({ what }) => what))];
  return kinds.flatMap((what) => {
    const same = holders.filter((holder) => holder.what === what).toSorted(sooner);
    const [first] = same;
    if (!first) return [];
    const { subject, dueAt, otherwise } = first;
    return [{ of, what, subject, otherwise, count: same.length, ...(dueAt && { dueAt }) }];
  });
}

/**
 * The duties of this supplier over all its cases, the most urgent first: what is due first; in a case that is due at no time, last.
 * @param isMine whether a holder is the reader
 */
export const dutiesOf = (
  cases: readonly QualificationSummary[],
  isMine: (holder: BallHolderView) => boolean,
  now = Date.now(),
): readonly Duty[] =>
  cases
    .flatMap((one) =>
      together(
        one,
        one.ballHolders.filter((holder) => isMine(holder) && !isLater(holder, now)),
      ),
    )
    .toSorted(sooner);
