import { describe, expect, it } from '@jest/globals';
import { COMMAND_TYPES, DEFAULT_SCHEME_CONTENT } from '#domain';
import type { z } from 'zod';
import { APPLICATION_SECTION_BODIES } from './application-sections.contract.js';
import { ApprovalScope } from './approvals.contract.js';
import { AuditAnswer, AuditCorrection, CorrectiveActionResponse } from './audit-answers.contract.js';
import { AskCommand } from './commands.contract.js';
import { CreateOrganisation } from './organisations.contract.js';
import { LotInspection, PilotTerms } from './pilot-orders.contract.js';
import { SchemeContent } from './scheme-content.contract.js';
import { CreateSite } from './suppliers.contract.js';

const ID = '0190a000-0000-7000-8000-000000000001';
/** Where a value is refused, as `a.b.0`; empty when it is not. */
const wrong = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => issue.path.join('.'));

describe('the commands', () => {
  it('are those of the domain, without the system and without open', () => {
    const asked = AskCommand.options.map((option) => option.shape.type.value);
    const own = ['open', 'record-checks', 'request-checks', 'advance-clock', 'keep'];
    const kept = COMMAND_TYPES.filter((t) => !own.includes(t));
    expect([...asked].sort()).toEqual([...kept].sort());
  });

  it('take free text as a note, never a note id', () => {
    expect(
      wrong(AskCommand, {
        type: 'request-information',
        items: ['profile.workers'],
        note: 'Please count again',
      }),
    ).toEqual([]);
    expect(
      wrong(AskCommand, { type: 'request-information', items: ['profile.workers'], noteId: ID }),
    ).toEqual(['']);
    expect(wrong(AskCommand, { type: 'request-information', items: [] })).toEqual(['items']);
    expect(wrong(AskCommand, { type: 'abort-audit', reason: 'unsafe', note: 'x'.repeat(4001) })).toEqual([
      'note',
    ]);
  });

  it.each([
    [{ type: 'advance-clock' }, 'type'],
    [{ type: 'open' }, 'type'],
    [{ type: 'submit-application', extra: 1 }, ''],
    [{ type: 'accept-visit', date: '2026-02-30' }, 'date'],
    [{ type: 'grant-consent', buyerId: 'acme' }, 'buyerId'],
    [{ type: 'deliver-lot', pilotId: ID, lot: 1, quantity: 0.5 }, 'quantity'],
  ])('refuse %j', (body, where) => {
    expect(wrong(AskCommand, body)).toContain(where);
  });
});

describe('a correction', () => {
  it('says what the answer should have been and why, in a code and in words', () => {
    const correction = { value: 'conform', code: 'evidence-overlooked', reason: 'It was shown' };
    expect(wrong(AuditCorrection, correction)).toEqual([]);
    expect(wrong(AuditCorrection, { value: 'conform', code: 'because' }).sort()).toEqual(['code', 'reason']);
  });
});

describe('the application sections', () => {
  const { profile, site, owners, tax, certificates } = APPLICATION_SECTION_BODIES;

  it('take reports of other schemes by the schemes that can be credited, each entry once', () => {
    const reports = APPLICATION_SECTION_BODIES['external-reports'];
    const report = { id: 'r1', scheme: 'SMETA', number: '1', reportedOn: '2026-05-01', issuer: 'A body' };
    expect(wrong(reports, { reports: [report, { ...report, id: 'r2', openCriticals: ['SL'] }] })).toEqual([]);
    expect(wrong(reports, { reports: [report, report] })).toEqual(['reports']);
    expect(wrong(reports, { reports: [{ ...report, scheme: 'OEKO_TEX_100' }] })).toEqual([
      'reports.0.scheme',
    ]);
    expect(wrong(reports, { reports: [{ ...report, reportedOn: '2026-02-30' }] })).toEqual([
      'reports.0.reportedOn',
    ]);
    expect(wrong(reports, { reports: [{ ...report, openCriticals: ['SL-05'] }] })).toEqual([
      'reports.0.openCriticals.0',
    ]);
  });

  it('accept a section that is half filled', () => {
    for (const body of Object.values(APPLICATION_SECTION_BODIES)) expect(wrong(body, {})).toEqual([]);
    expect(wrong(profile, { legalName: 'ក្រុមហ៊ុន អង្គរ', workers: 0 })).toEqual([]);
  });

  it('refuse what can never be right, by field', () => {
    expect(wrong(profile, { contactPhone: '+1 555 0100', workers: -1, nickname: 'x' }).sort()).toEqual([
      '',
      'contactPhone',
      'workers',
    ]);
    expect(wrong(site, { latitude: 91, longitude: -181, province: 'KH-26' }).sort()).toEqual([
      'latitude',
      'longitude',
      'province',
    ]);
    expect(wrong(owners, { owners: [{ id: 'o1', kind: 'person', name: 'Sok', sharePercent: 101 }] })).toEqual(
      ['owners.0.sharePercent'],
    );
    expect(
      wrong(certificates, {
        certificates: [
          {
            scheme: 'FSC',
            number: '1',
            holderName: 'A',
            scope: [],
            validFrom: '2026-1-1',
            validTo: '2027-01-01',
          },
        ],
      }),
    ).toEqual(['certificates.0.scope', 'certificates.0.validFrom']);
  });

  it('keep a phone number without its spaces', () => {
    expect(profile.parse({ contactPhone: '+855 (12) 345-678' })).toEqual({ contactPhone: '+85512345678' });
  });

  it('leave the form of a taxpayer number to its check', () => {
    expect(wrong(tax, { tin: 'E100-1234567890', patentYear: 2026 })).toEqual([]);
  });

  it('accept the same owner in two firms, but not the same share twice', () => {
    const share = { id: 'sok', kind: 'person', name: 'Sok', sharePercent: 50 };
    expect(wrong(owners, { owners: [share, { ...share, owns: 'holding' }] })).toEqual([]);
    expect(wrong(owners, { owners: [share, share] })).toEqual(['owners']);
  });
});

describe('the other facts', () => {
  const terms = { lots: [{ lot: 1, size: 1200 }], deliveryBy: '2026-12-01', valueUsd: 5000, incoterm: 'FCA' };
  const scope = {
    maxUsdPerMonth: 1,
    maxUnitsPerMonth: 1,
    endMarkets: ['EU'],
    hsLines: [],
    tier: 2,
    validUntil: '2027-01-01',
    conditions: [],
  };
  const inspection = {
    inspected: 80,
    found: { critical: 0, major: 1, minor: 2 },
    otherChecks: { measurements: true, labelling: true, packing: true },
    seed: 'lot-1/2026',
  };

  it('accept what an inspector, a buyer and an auditor write', () => {
    expect(wrong(PilotTerms, terms)).toEqual([]);
    expect(wrong(ApprovalScope, scope)).toEqual([]);
    expect(wrong(LotInspection, inspection)).toEqual([]);
    expect(wrong(AuditAnswer, { value: 'not-applicable', reason: 'No dyeing on site' })).toEqual([]);
    expect(wrong(CorrectiveActionResponse, { rootCause: 'No guard was ordered' })).toEqual([]);
  });

  it('refuse what can never be right', () => {
    expect(wrong(PilotTerms, { ...terms, lots: [...terms.lots, ...terms.lots], valueUsd: 10_001 })).toEqual([
      'lots',
      'valueUsd',
    ]);
    expect(wrong(PilotTerms, { ...terms, lots: [{ lot: 1, size: 1 }] })).toEqual(['lots.0.size']);
    expect(wrong(ApprovalScope, { ...scope, tier: 1, endMarkets: [] })).toEqual(['endMarkets', 'tier']);
    expect(wrong(LotInspection, { ...inspection, found: { critical: 0, major: -1, minor: 0 } })).toEqual([
      'found.major',
    ]);
    expect(wrong(AuditAnswer, { value: 'yes', evidence: ['photo'] })).toEqual(['value', 'evidence.0']);
  });

  it('take the default scheme for a valid one, and miss what is taken from it', () => {
    expect(wrong(SchemeContent, DEFAULT_SCHEME_CONTENT)).toEqual([]);
    const deadlines = { ...DEFAULT_SCHEME_CONTENT.deadlines, draft: undefined };
    expect(wrong(SchemeContent, { ...DEFAULT_SCHEME_CONTENT, deadlines })).toEqual(['deadlines.draft']);
  });

  it('refuse characters that no name has', () => {
    expect(wrong(CreateOrganisation, { kind: 'buyer', name: 'a\u0000b' })).toEqual(['name']);
    expect(
      wrong(CreateSite, {
        name: ' ',
        address: 'Road 6',
        province: 'KH-12',
        latitude: 11.5,
        longitude: 104.9,
      }),
    ).toEqual(['name']);
  });
});
