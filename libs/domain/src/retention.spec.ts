import { describe, expect, it } from '@jest/globals';
import { APPLICATION_SECTIONS, COMPLIANCE_SECTIONS } from './application.js';
import { REJECTION_REASONS, WITHDRAWAL_REASONS } from './commands.js';
import { DATA_SUBJECT, personalFieldsOf } from './personal-fields.js';
import { REVOCATION_CAUSES } from './qualified-codes.js';
import { retentionOf, RETENTION_YEARS } from './retention.js';
import { CASE_STATES, CLOSED_STATES } from './states.js';

const endedAt = '2024-02-29T10:00:00.000Z';

describe('how long a case is kept', () => {
  it('is known of every state in which a case can end', () => {
    expect(Object.keys(RETENTION_YEARS).sort()).toEqual([...CLOSED_STATES].sort());
  });

  it('has no end while the case is open, its appeal window included', () => {
    for (const at of CASE_STATES) expect(retentionOf({ at, over: false, endedAt })).toEqual({ kept: 'open' });
  });

  it('is counted in whole years from its end', () => {
    const until = { kept: 'until', until: '2029-03-01T10:00:00.000Z' };
    for (const at of CLOSED_STATES) expect(retentionOf({ at, over: true, endedAt })).toEqual(until);
    expect(retentionOf({ at: 'REJECTED', over: true, closedReason: 'grade', endedAt })).toEqual(until);
  });

  it('has no end when it was rejected for a forged paper or a sanction', () => {
    for (const closedReason of ['forged-document', 'sanctions']) {
      expect(REJECTION_REASONS).toContain(closedReason);
      for (const at of ['REJECTED', 'WITHDRAWN'] as const)
        expect(retentionOf({ at, over: true, closedReason, endedAt })).toEqual({ kept: 'for-cause' });
      expect(WITHDRAWAL_REASONS).not.toContain(closedReason);
    }
  });

  it('has no end either when it was revoked for fraud or a hit on a list', () => {
    for (const closedReason of ['fraud', 'list-hit']) {
      expect(REVOCATION_CAUSES).toContain(closedReason);
      expect(retentionOf({ at: 'REVOKED', over: true, closedReason, endedAt })).toEqual({
        kept: 'for-cause',
      });
    }
  });
});

describe('personal fields', () => {
  it('name their subject as the edges take it', () => {
    const owners = [{ id: 'o:1', kind: 'person', name: 'c' }];
    const contents = { contactName: 'a', signedBy: 'b', accountNumber: 'd', owners };
    const found = ['application', 'compliance'].flatMap((paper) =>
      [...APPLICATION_SECTIONS, ...COMPLIANCE_SECTIONS].flatMap((item) =>
        personalFieldsOf(paper, item, contents),
      ),
    );
    expect(found.map(({ subject }) => subject)).toEqual([
      'contact',
      'signatory',
      'owner:o:1',
      'account-holder',
    ]);
    for (const { subject } of found) expect(subject).toMatch(DATA_SUBJECT);
    for (const name of ['', 'owner:', 'owner: x', 'somebody', 'notes '])
      expect(name).not.toMatch(DATA_SUBJECT);
  });

  it('are not looked for in firms, nor in what has another form than it should', () => {
    expect(
      personalFieldsOf('compliance', 'owners', { owners: [{ id: 'f', kind: 'firm', name: 'F' }] }),
    ).toEqual([]);
    expect(personalFieldsOf('compliance', 'owners', { owners: 'nobody' })).toEqual([]);
    expect(personalFieldsOf('application', 'profile', { contactName: { first: 'a' } })).toEqual([]);
  });
});
