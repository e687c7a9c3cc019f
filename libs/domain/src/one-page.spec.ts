import { describe, expect, it } from '@jest/globals';
import type { AuditFinding, CorrectiveAction } from './case-state.js';
import { certificateStanding } from './certificates.js';
import { lightOf, uncorrectedFindings } from './one-page.js';

const finding = (itemId: string, severity: AuditFinding['severity']): AuditFinding => ({
  ...{ itemId, severity, value: 'nonconform' },
});
const action = (
  subject: string,
  dueAt: string,
  phase: CorrectiveAction['phase'] = 'open',
): CorrectiveAction => ({ subject, dueAt, phase, severity: 'major', rejections: 0 });

describe('one page', () => {
  it('shows findings that nobody saw corrected: gravest first, then what is due first', () => {
    const findings = [
      finding('HS-01', 'minor'),
      finding('HS-02', 'major'),
      finding('HS-03', 'major'),
      finding('HS-04', 'major'),
      finding('SL-09', 'critical'),
    ];
    const actions = [
      action('HS-02', '2026-12-01'),
      action('HS-03', '2026-11-01', 'submitted'),
      action('HS-04', '2026-10-01', 'verified'),
      action('pilot:p', '2026-10-01'),
    ];
    expect(uncorrectedFindings(findings, actions)).toMatchObject([
      { itemId: 'SL-09', severity: 'critical' },
      { itemId: 'HS-03', dueAt: '2026-11-01', action: 'submitted' },
      { itemId: 'HS-02', dueAt: '2026-12-01', action: 'open' },
      { itemId: 'HS-01' },
    ]);
    expect(uncorrectedFindings(findings, [])).toHaveLength(5);
    expect(uncorrectedFindings(findings, [])[0]).toEqual(finding('SL-09', 'critical'));
  });

  it('says of a check nothing better than it is', () => {
    expect((['PASS', 'WAIVED', 'WARN', 'FAIL'] as const).map(lightOf)).toEqual([
      ...['clear', 'clear', 'attention', 'stop'],
    ]);
    expect((['PENDING', 'POTENTIAL', 'ERROR'] as const).map(lightOf)).toEqual(['open', 'open', 'open']);
  });

  it('says of a certificate how it stands on a day, both ends included', () => {
    const of = { validFrom: '2026-01-01', validTo: '2026-12-31' };
    expect(certificateStanding(of, '2025-12-31')).toBe('not-yet');
    expect(certificateStanding(of, '2026-01-01')).toBe('valid');
    expect(certificateStanding(of, '2026-11-01')).toBe('valid');
    expect(certificateStanding(of, '2026-11-02')).toBe('ends-soon');
    expect(certificateStanding(of, '2026-12-31')).toBe('ends-soon');
    expect(certificateStanding(of, '2027-01-01')).toBe('ended');
  });
});
