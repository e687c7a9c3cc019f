import { addDays, addMonths, endOfLocalDay, localDate } from '../calendar.js';
import type { CaseState, CheckState } from '../case-state.js';
import type { CommandOf } from '../commands.js';
import { CHECK_REGISTER } from '../compliance-rules/check-register.js';
import { refuse, type Refusal } from '../refusals.js';

type Resolving = CommandOf<'resolve-check'>;

/**
 * Some checks are an officer's alone, for no machine may ask the register: who passes one says where and when it was looked
 * up, and keeps a document or a note of what was seen.
 */
export function proofMissing({
  check,
  verdict,
  source,
  retrievedOn,
  ...proof
}: Resolving): Refusal | undefined {
  if (verdict !== 'PASS' || !CHECK_REGISTER[check].provenByHand) return undefined;
  const seen = proof.evidenceId ?? proof.noteId;
  return source && retrievedOn && seen ? undefined : refuse('proof-missing', [check]);
}

const RETRIEVED_DAYS = 30;
const MAX_MONTHS = 24;

/** What was looked up is not older than thirty days and not of tomorrow; nothing by hand is good for over two years. */
export function outOfRange({ retrievedOn, expiresOn }: Resolving, now: string): readonly Refusal[] {
  const today = localDate(now);
  const oldest = localDate(addDays(now, -RETRIEVED_DAYS));
  const latest = localDate(addMonths(now, MAX_MONTHS));
  const wrong = [
    ...(retrievedOn !== undefined && (retrievedOn > today || retrievedOn < oldest) ? ['retrievedOn'] : []),
    ...(expiresOn !== undefined && (expiresOn <= today || expiresOn > latest) ? ['expiresOn'] : []),
  ];
  return wrong.length > 0 ? [refuse('date-out-of-range', wrong)] : [];
}

/** What an officer's word adds to a check: what was seen, and until when it is good. */
export function byHand(
  { checks }: CaseState,
  { check, verdict, source, retrievedOn, evidenceId, expiresOn }: Resolving,
  now: string,
): Pick<CheckState, 'seen' | 'expiresAt'> {
  const { monthsByHand } = CHECK_REGISTER[check];
  const byRule = monthsByHand === undefined ? checks[check]?.expiresAt : addMonths(now, monthsByHand);
  const expiresAt = expiresOn === undefined ? byRule : endOfLocalDay(expiresOn);
  const good = verdict !== 'WAIVED' && expiresAt !== undefined;
  return {
    ...(source && retrievedOn && { seen: { source, retrievedOn, ...(evidenceId && { evidenceId }) } }),
    ...(good && { expiresAt }),
  };
}
