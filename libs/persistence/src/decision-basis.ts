import type { Actor, CaseState, Command, Facts, OrganisationKind, Role, WorkCalendar } from '#domain';
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
  /** Digest of the state that was decided on; empty for the first decision, which had none. */
  readonly before: string;
  /** As what the person acted; nothing for the case itself. */
  readonly as?: { readonly organisationKind: OrganisationKind; readonly roles: readonly Role[] };
  /** Versions whose contents were among the facts: they never change, so their ids will do, as those of overlays. */
  readonly schemes: { readonly previous?: string; readonly next?: string };
  readonly facts: Omit<Facts, 'scheme' | 'calendar' | 'papers'>;
}

export const calendarDigest = ({ holidays }: WorkCalendar): string => sha256Hex(canonicalText(holidays));

/** Of a state without the instant of the last look at its clock, which moves when nothing happens. */
export const stateDigest = (state: CaseState): string =>
  sha256Hex(canonicalText({ ...state, caseTime: null }));

/** These are found again by digest, id and revision. */
const KEPT_APART = { scheme: undefined, calendar: undefined, papers: undefined };

/** The facts without contents of schemes and overlays, and the ids of those. */
function withoutSchemes(
  facts: DecisionBasis['facts'],
  command: Command,
): Pick<DecisionBasis, 'facts' | 'schemes'> {
  const { previous, nextScheme, overlays } = facts;
  const next = command.type === 'migrate-scheme' && nextScheme?.content ? command.schemeVersionId : undefined;
  return {
    schemes: {
      ...(previous?.scheme && { previous: previous.state.schemeVersionId }),
      ...(next !== undefined && { next }),
    },
    facts: {
      ...facts,
      ...(previous && { previous: { ...previous, scheme: undefined } }),
      ...(nextScheme && { nextScheme: { ...nextScheme, content: undefined } }),
      ...(overlays && { overlays: overlays.map((one) => ({ ...one, content: undefined })) }),
    } as DecisionBasis['facts'],
  };
}

/** As it is stored; the journal seals its digest. */
export function basisOf(state: CaseState, command: Command, facts: Facts, actor: Actor): string {
  const basis: DecisionBasis = {
    salt: randomBytes(16).toString('base64url'),
    rules: rulesVersion(),
    schemeVersionId: state.schemeVersionId,
    calendar: calendarDigest(facts.calendar),
    before: state.seq === 0 ? '' : stateDigest(state),
    ...(actor.kind === 'person' && { as: { organisationKind: actor.organisationKind, roles: actor.roles } }),
    ...withoutSchemes({ ...facts, ...KEPT_APART }, command),
  };
  return canonicalText(JSON.parse(JSON.stringify(basis)));
}
