import { until, type Case } from '../../apps/dev/src/play/api-client.js';
import type { Firm } from '../../apps/dev/src/play/parties.js';
import { goodsOf } from '../../apps/dev/src/play/buyer-roles.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import {
  enterSupplier,
  fillIn,
  openCase,
  type Applicant,
  type SupplierProfile,
} from '../../apps/dev/src/play/supplier.js';
import { eventFaults } from './event-faults.js';
import type { World } from './world.js';

/** A row of the journal, as far as stories look at it. */
export interface JournalRow {
  readonly seq: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly entry: {
    readonly command: string;
    readonly actor: 'system' | { readonly personId: string };
    readonly onBehalf: boolean;
    readonly events: readonly { readonly type: string; readonly params: Record<string, unknown> }[];
    readonly reliedOn?: readonly { readonly paper: string; readonly upTo: string; readonly digest: string }[];
  };
}

let last = 0;
/** A number that no other supplier of this run has: two workers count in turns, and time moves on between files. */
function ownNumber(): number {
  last = Math.max(last + 1, Date.now());
  return last * 8 + (Number(process.env.JEST_WORKER_ID ?? 0) % 8);
}

/** So many spots that it takes two hours to come to one of them again. */
const GRID = 8000;
const STEP_DEGREES = 0.003;

/** A firm with its own name, on a spot where no other firm of this run is: what is alike is a duplicate. */
export function someFirm(overrides: Partial<SupplierProfile> = {}): SupplierProfile {
  const n = ownNumber();
  return {
    name: `Threadline ${n.toString(36)} Co., Ltd.`,
    category: 'TRIMS',
    address: `Plot ${n % 1000}, Invented Street`,
    province: 'KH-12',
    latitude: 5 + (n % GRID) * STEP_DEGREES,
    longitude: 100 + (Math.floor(n / GRID) % GRID) * STEP_DEGREES,
    ...overrides,
  };
}

/** The scope of an approval that a buyer may recommend. */
export async function writeScope(id: string, buyer: Firm, months = 5): Promise<void> {
  const { api } = buyer.requester;
  const seen = await api.case(id);
  const { caseTime } = seen;
  const scope = {
    maxUsdPerMonth: 20_000,
    maxUnitsPerMonth: 100_000,
    endMarkets: ['EU'],
    hsLines: goodsOf(seen),
    tier: 2,
    validUntil: new Date(Date.parse(caseTime) + months * 30 * 86_400_000).toISOString().slice(0, 10),
    conditions: [],
  };
  await api.put(`/v1/qualifications/${id}/approvals/scope`, scope);
}

/** One case on its way through the programme: each step plays whoever has to act, over HTTP. */
export class Story {
  private constructor(
    readonly world: World,
    readonly applicant: Applicant,
    readonly id: string,
  ) {}

  /** A draft, empty. */
  static async open(
    world: World,
    profile: Partial<SupplierProfile> = {},
    schemeVersionId?: string,
  ): Promise<Story> {
    const applicant = await enterSupplier(world.parties, someFirm(profile));
    return Story.renew(world, applicant, undefined, schemeVersionId);
  }

  /**
   * @param schemeVersionId under another scheme than everybody's
   * @param key of the request that opens it
   */
  static async renew(
    world: World,
    applicant: Applicant,
    previousId?: string,
    schemeVersionId = world.parties.schemeVersionId,
    key?: string,
  ): Promise<Story> {
    const parties = { ...world.parties, schemeVersionId };
    return new Story(world, applicant, await openCase(parties, applicant, previousId, key));
  }

  get path(): string {
    return `/v1/qualifications/${this.id}`;
  }
  get supplier(): Applicant['member']['api'] {
    return this.applicant.member.api;
  }

  see(): Promise<Case> {
    return this.world.parties.officer.api.case(this.id);
  }

  until(holds: (seen: Case) => boolean): Promise<Case> {
    return until(() => this.see(), holds);
  }

  reaches(...substates: string[]): Promise<Case> {
    return roles.reaches(this.world.parties, this.id, ...substates);
  }

  async journal(): Promise<readonly JournalRow[]> {
    const rows: JournalRow[] = [];
    for (let cursor = ''; ;) {
      const path = `${this.path}/journal?limit=200${cursor && `&cursor=${cursor}`}`;
      type Page = { items: JournalRow[]; next: string | null };
      const { items, next } = await this.world.parties.officer.api.get<Page>(path);
      rows.push(...items);
      if (!next) return rows;
      cursor = next;
    }
  }

  /** Events of the journal with the instant they happened at. */
  async events(...types: string[]): Promise<{ type: string; at: string; params: Record<string, unknown> }[]> {
    const rows = await this.journal();
    return rows
      .flatMap(({ entry, occurredAt }) => entry.events.map((event) => ({ ...event, at: occurredAt })))
      .filter(({ type }) => types.length === 0 || types.includes(type));
  }

  /**
   * What the verification of the journal finds wrong: nothing, unless something was changed; and events that receivers
   * could not read by the schemas of the catalogue.
   */
  async faults(): Promise<readonly unknown[]> {
    const path = `${this.path}/journal/verification`;
    type Report = { intact: boolean; faults: unknown[] };
    const { intact, faults } = await this.world.parties.officer.api.get<Report>(path);
    const untold = await eventFaults(this.world, this.id);
    return [...faults, ...(intact ? [] : ['not intact']), ...untold];
  }

  async submit(): Promise<this> {
    await fillIn(this.applicant, this.id);
    await this.supplier.ask(this.id, { type: 'submit-application' });
    return this;
  }

  /** Submitted, accepted, and screened as far as the machine can. */
  async accept(): Promise<this> {
    await this.submit();
    await roles.accept(this.world.parties, this.id);
    return this;
  }

  async audit(weaknesses: roles.Weaknesses = {}): Promise<this> {
    await this.accept();
    await roles.audit(this.world.parties, this.applicant, this.id, weaknesses);
    return this;
  }

  /** Sent to correct one critical finding. */
  async correcting(): Promise<this> {
    await this.audit({ 'HS-03': 'nonconform' });
    await this.reaches('review');
    await this.world.parties.reviewer.api.ask(this.id, { type: 'require-corrective-actions' });
    return this;
  }

  /** The supplier corrects what is open, and the auditor verifies it. */
  async correct(): Promise<readonly string[]> {
    return roles.correct(this.world.parties, this.applicant, this.id);
  }

  /** Every check has spoken, the audit is judged: buyers may order. */
  async ready(): Promise<this> {
    await this.audit();
    await this.reaches('review');
    await this.world.parties.reviewer.api.ask(this.id, { type: 'pass-review' });
    return this;
  }

  /** A pilot order of this buyer, with every lot delivered and accepted. */
  async pilot(buyer: Firm): Promise<string> {
    const pilotId = await roles.placePilot(this.applicant, this.id, buyer, [1200]);
    await roles.deliverAndJudge(this.applicant, this.id, buyer, { pilotId, lot: 1 });
    return pilotId;
  }

  /** Both rounds of checks have run after it was accepted, and all is told: from here on the case waits for people. */
  async told(): Promise<void> {
    await until(
      () =>
        this.world.rows<{ checked: number; untold: number }>(
          `select (count(*) filter (where type = 'checks-recorded'))::integer as checked,
             (count(*) filter (where sent_at is null))::integer as untold from outbox_event where qualification_id = $1`,
          [this.id],
        ),
      ([row]) => row?.checked === 2 && row.untold === 0,
    );
  }

  /** Waiting for the decision of the mill. */
  async decision(): Promise<this> {
    await this.submit();
    return this.goOn();
  }

  /** From a submitted application to the decision of the mill. */
  async goOn(): Promise<this> {
    const { parties } = this.world;
    await roles.accept(parties, this.id);
    await roles.audit(parties, this.applicant, this.id);
    await this.reaches('review');
    await parties.reviewer.api.ask(this.id, { type: 'pass-review' });
    await this.pilot(parties.mill);
    return this;
  }

  async qualified(conditional = false): Promise<this> {
    await this.decision();
    await roles.approve(this.id, this.world.parties.mill, conditional);
    return this;
  }
}
