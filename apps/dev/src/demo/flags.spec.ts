import { describe, expect, it } from '@jest/globals';
import { readFlags } from './flags.js';
import { Expectations } from './expectations.js';

describe('the flags of the demo', () => {
  it('are all off when none is given', () => {
    expect(readFlags([])).toEqual({ keep: false, help: false });
  });

  it('name files from where the user stands', () => {
    const { suppliers, report, keep } = readFlags(['--suppliers', '/a/b.csv', '--report=/r.json', '--keep']);
    expect([suppliers, report, keep]).toEqual(['/a/b.csv', '/r.json', true]);
  });

  it('are refused when they are not known', () => {
    expect(() => readFlags(['--supplier', 'x'])).toThrow("Unknown option '--supplier'");
  });
});

describe('what is expected', () => {
  it('is counted, and what failed is shown with what was found', () => {
    const expectations = new Expectations();
    expectations.expect('water is wet', true);
    expectations.expect('fire is cold', false, { degrees: 800 });
    expect([expectations.count, expectations.failed]).toEqual([2, 1]);
    expect(expectations.lines()[1]).toContain('FAILED  fire is cold (found: {"degrees":800})');
  });
});
