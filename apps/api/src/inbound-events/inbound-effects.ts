import { Injectable } from '@nestjs/common';
import {
  GoodsReceipt,
  InboundComplaint,
  InboundDelivery,
  MAX_CLAIMS,
  type INBOUND_DATA,
  type InboundEventView,
} from '#contracts';
import type { Person } from '#domain';
import { canonicalText } from '#persistence';
import { ProblemException, type ProblemCode } from '#platform';
import type { z } from 'zod';
import { ApprovalsService } from '../approvals/approvals.service.js';
import { CommandsService } from '../commands/commands.service.js';

export type InboundType = keyof typeof INBOUND_DATA;
/** What came of an event; `received` while its command is under way. */
export interface Effect {
  readonly status: InboundEventView['status'];
  readonly refusal?: ProblemCode;
  readonly commandId?: string;
}
const TAKEN: Effect = { status: 'taken' };
const refusedAs = (refusal: ProblemCode): Effect => ({ status: 'refused', refusal });
/** How often a complaint is written anew when somebody else writes the same delivery at the same time. */
const TRIES = 5;

const same = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b);
type Sent = z.infer<typeof InboundDelivery>['delivery'];
/** A delivery that is told again may not know of the complaints that were written to it since. */
const sameDelivery = (kept: unknown, sent: Sent): boolean =>
  same(sent.claims ? kept : { ...(kept as Sent), claims: undefined }, sent);

/** What events that come in do: the same as the member behind them could do by hand. Doing it again changes nothing. */
@Injectable()
export class InboundEffects {
  constructor(
    private readonly commands: CommandsService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** @param key of this event and no other: what is decided is decided once */
  async of(actor: Person, type: InboundType, data: unknown, key: string): Promise<Effect> {
    try {
      if (type.endsWith('.goods-receipt.v1')) return await this.receipt(actor, GoodsReceipt.parse(data), key);
      if (type.endsWith('.delivery.v1')) return await this.delivery(actor, InboundDelivery.parse(data));
      return await this.complaint(actor, InboundComplaint.parse(data));
    } catch (error) {
      // What was refused is an answer; what failed is tried again when the event comes again.
      if (error instanceof ProblemException && error.problem.status < 500)
        return refusedAs(error.problem.code);
      throw error;
    }
  }

  private async receipt(
    actor: Person,
    { qualificationId, claim, ...receipt }: z.infer<typeof GoodsReceipt>,
    key: string,
  ): Promise<Effect> {
    const { reason, units, usd } = { ...claim };
    const command = {
      ...{ type: 'confirm-receipt' as const, ...receipt },
      ...(reason && { claimReason: reason, claimUnits: units ?? 0, claimUsd: usd ?? 0 }),
    };
    const asked = await this.commands.ask(actor, { qualificationId, key, command });
    const { commandId } = asked;
    if (asked.status === 'pending') return { status: 'received', commandId };
    if (asked.result.outcome === 'done') return { ...TAKEN, commandId };
    return { ...refusedAs(asked.result.refusal.code), commandId };
  }

  private async delivery(
    actor: Person,
    { qualificationId, number, delivery }: z.infer<typeof InboundDelivery>,
  ): Promise<Effect> {
    try {
      await this.approvals.writeDelivery(actor, qualificationId, number, delivery, 0);
      return TAKEN;
    } catch (error) {
      const current = differing(error);
      if (current === undefined) throw error;
      return sameDelivery(current, delivery) ? TAKEN : refusedAs('already-exists');
    }
  }

  private async complaint(actor: Person, asked: z.infer<typeof InboundComplaint>): Promise<Effect> {
    const { qualificationId, delivery: number, ...claim } = asked;
    for (let tries = TRIES; ; tries -= 1) {
      const { items } = await this.approvals.readDeliveries(actor, qualificationId);
      const found = items.find(({ item }) => item === number);
      if (!found) return refusedAs('not-found');
      const record = found.content as unknown as Sent;
      const claims = record.claims ?? [];
      const known = claims.find((one) => one.number === claim.number);
      if (known) return same(known, claim) ? TAKEN : refusedAs('already-exists');
      if (claims.length >= MAX_CLAIMS) return refusedAs('too-large');
      try {
        const content = { ...record, claims: [...claims, claim] };
        await this.approvals.writeDelivery(actor, qualificationId, number, content, found.version);
        return TAKEN;
      } catch (error) {
        if (differing(error) === undefined || tries === 0) throw error;
      }
    }
  }
}

/** What is there instead, when somebody wrote in between. */
const differing = (error: unknown): unknown =>
  error instanceof ProblemException && error.problem.code === 'precondition-failed'
    ? error.problem.current
    : undefined;
