import { describe, expect, it } from '@jest/globals';
import { harmless } from './terminal.js';

describe('what somebody else wrote', () => {
  it('does nothing to the terminal that shows it', () => {
    expect(harmless('busy\u001b]0;title\u0007\u001b[2J\r\u009b31m, try later')).toBe(
      'busy ]0;title [2J 31m, try later',
    );
    expect(harmless('ថែមទៀត 忙')).toBe('ថែមទៀត 忙');
  });
});
