import type { Actor } from '../actors.js';
import { localDate } from '../calendar.js';
import type { CaseState, LotReceipt, PilotLot } from '../case-state.js';
import { CLAIM_REASONS, type CommandOf } from '../commands.js';
import { refuse, type Refusal } from '../refusals.js';
import { lotOf, pilotIn, pilotsIn, UNDER_WAY } from './pilot-lookup.js';
import { setLot } from './pilots.js';
import type { Rules } from './rule.js';

const PHASES = ['running', 'inspection', 'accepted', 'failed'] as const;
const isWhole = (value: number | undefined): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 0);

/** A lot that went back for rework is not there, though it was delivered once. */
const cameIn = (lot: PilotLot): boolean => lot.deliveredAt !== undefined && lot.phase !== 'awaiting-delivery';

function claimRefusal(command: CommandOf<'confirm-receipt'>): Refusal | undefined {
  const { claimReason, claimUnits, claimUsd, quantity } = command;
  if (!isWhole(quantity)) return refuse('not-applicable-here', ['quantity']);
  if (!isWhole(claimUnits)) return refuse('not-applicable-here', ['claimUnits']);
  if (claimUsd !== undefined && !(claimUsd >= 0)) return refuse('not-applicable-here', ['claimUsd']);
  const claims = claimUnits !== undefined || claimUsd !== undefined;
  const known = claimReason === undefined ? !claims : CLAIM_REASONS.includes(claimReason);
  return known ? undefined : refuse('not-applicable-here', ['claimReason']);
}

function receivable(
  state: CaseState,
  command: CommandOf<'confirm-receipt'>,
  actor: Actor,
): Refusal | undefined {
  const refused = pilotIn(...PHASES)(state, command, actor);
  if (refused) return refused;
  const lot = lotOf(state, command);
  if (!lot) return refuse('lot-unknown', [String(command.lot)]);
  if (!cameIn(lot)) return refuse('lot-not-awaiting', [String(command.lot)]);
  return lot.receipt ? refuse('receipt-given', [String(command.lot)]) : claimRefusal(command);
}

const receiptOf = (command: CommandOf<'confirm-receipt'>): LotReceipt => {
  const { quantity, date, claimReason, claimUnits = 0, claimUsd = 0 } = command;
  const claim = claimReason && { reason: claimReason, units: claimUnits, usd: claimUsd };
  return { quantity, on: date, ...(claim && { claim }) };
};

/** What came in, on which day, and what the buyer claims for it (domain 5: receipt, claim cost). */
export const receiptRules: Rules<'confirm-receipt'> = {
  'confirm-receipt': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) =>
      pilotsIn(state, actor, ...PHASES).flatMap(({ pilotId }) =>
        (state.pilots[pilotId]?.lots ?? [])
          .filter((lot) => cameIn(lot) && !lot.receipt)
          .map(({ lot }) => ({ pilotId, lot })),
      ),
    check: receivable,
    blockers: (state, command, _facts, _actor, now) => {
      const from = localDate(lotOf(state, command)?.deliveredAt ?? now);
      const fits = command.date >= from && command.date <= localDate(now);
      return fits ? [] : [refuse('date-out-of-range', ['date'])];
    },
    apply: (d, command) => {
      const { pilotId, lot, quantity, claimReason } = command;
      setLot(d, pilotId, lot, { receipt: receiptOf(command) });
      d.tell('receipt-confirmed', { pilotId, lot, quantity, ...(claimReason && { claimReason }) });
    },
  },
};
