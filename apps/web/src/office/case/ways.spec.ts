import { describe, expect, it } from '@jest/globals';
import { COMMAND_FIELDS, commandValues } from './command-fields.js';
import { waysOf } from './ways.js';

const may = (type: string, blockedBy: readonly string[] = [], subject = {}) => ({
  ...{ type, blockedBy: [...blockedBy], subject, missing: [] },
});

describe('what the office may do with a case', () => {
  it('is told where it is done, each command once, the one that nothing blocks', () => {
    const ways = waysOf([
      may('rerun-check', [], { check: 'vat-tin' }),
      may('pass-review', ['check-open']),
      may('resolve-check', ['role-not-allowed'], { check: 'wages' }),
      may('resolve-check', [], { check: 'sanctions' }),
    ]);
    expect(ways.map(([way, found]) => [way, found.map(({ type, subject }) => [type, subject])])).toEqual([
      ['review', [['pass-review', {}]]],
      ['checks', [['resolve-check', { check: 'sanctions' }]]],
    ]);
  });

  it('is given with what it wants to be told, and not without', () => {
    const extend = COMMAND_FIELDS['extend-deadline'] ?? [];
    expect(commandValues(extend, {})).toBeUndefined();
    expect(commandValues(extend, { days: '0' })).toBeUndefined();
    expect(commandValues(extend, { days: '12' })).toEqual({ days: 12 });
    const check = COMMAND_FIELDS['resolve-check'] ?? [];
    expect(commandValues(check, { note: 'Seen.' })).toBeUndefined();
    expect(commandValues(check, { verdict: 'PASS', note: ' Seen. ', source: '' })).toEqual({
      ...{ verdict: 'PASS', note: 'Seen.' },
    });
    const visit = COMMAND_FIELDS['order-surveillance'] ?? [];
    expect(commandValues(visit, { unannounced: 'no' })).toEqual({ unannounced: false });
  });
});
