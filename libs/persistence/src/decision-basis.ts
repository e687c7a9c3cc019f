import type { Actor, CaseState, Facts, OrganisationKind, Role, WorkCalendar } from '#domain';
import { randomBytes } from 'node:crypto';
import { canonicalText, sha256Hex } from './canonical.js';
import { rulesVersion } from './rules-version.js';

/** What a decision stood on beside the facts of its papers, so that anybody can decide it once more. */
export interface DecisionBasis {
  /** Keeps what is written here from being guessed from its digest. */
  readonly salt: string;
  /** The rules that decided: see `rulesVersion`. */
  readonly rules: string;
  readonly schemeVersionId: string;
  /** Digest of all holidays that were loaded. */
  readonly calendar: string;
  /** Digest of the state that was decided on. */
  readonly before: string;
  /** As what the person acted; nothing for the case itself. */
  readonly as?: { readonly organisationKind: OrganisationKind; readonly roles: readonly Role[] };
  readonly facts: Omit<Facts, 'scheme' | 'calendar' | 'papers'>;
}

export const calendarDigest = ({ holidays }: WorkCalendar): string => sha256Hex(canonicalText(holidays));

/** Of a state without the instant of the last look at its clock, which moves when nothing happens. */
export const stateDigest = ({ caseTime: _, ...state }: CaseState): string => sha256Hex(canonicalText(state));

/** As it is stored; the journal seals its digest. */
export function basisOf(
  state: CaseState,
  { scheme: _, calendar, papers: __, ...facts }: Facts,
  actor: Actor,
): string {
  const basis: DecisionBasis = {
    salt: randomBytes(16).toString('base64url'),
    rules: rulesVersion(),
    schemeVersionId: state.schemeVersionId,
    calendar: calendarDigest(calendar),
    before: stateDigest(state),
    ...(actor.kind === 'person' && { as: { organisationKind: actor.organisationKind, roles: actor.roles } }),
    facts,
  };
  return canonicalText(JSON.parse(JSON.stringify(basis)));
}
