import { describe, expect, it } from '@jest/globals';
import { alreadyRead, etagOf, expectedVersion, expectedVersionOrNone } from './etag.js';
import { ProblemException } from './problem.js';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof ProblemException ? error.problem.code : String(error);
  }
};

describe('If-Match', () => {
  it('gives the version of the ETag that was read', () => {
    expect(expectedVersion({ ifMatch: etagOf(7) })).toBe(7);
  });

  it.each([
    [undefined, 'precondition-required'],
    ['*', 'invalid-precondition'],
    ['"1", "2"', 'invalid-precondition'],
    ['W/"1"', 'precondition-failed'],
    ['1', 'precondition-failed'],
    ['"abc"', 'precondition-failed'],
    ['"-1"', 'precondition-failed'],
  ])('refuses %s with %s', (ifMatch, code) => {
    expect(codeOf(() => expectedVersion({ ifMatch }))).toBe(code);
  });

  it('lets a first version be written under If-None-Match: *', () => {
    expect(expectedVersionOrNone({ ifNoneMatch: '*' })).toBe(0);
    expect(expectedVersionOrNone({ ifMatch: '"3"' })).toBe(3);
    expect(codeOf(() => expectedVersionOrNone({}))).toBe('precondition-required');
    expect(codeOf(() => expectedVersionOrNone({ ifMatch: '"3"', ifNoneMatch: '*' }))).toBe(
      'invalid-precondition',
    );
    expect(codeOf(() => expectedVersionOrNone({ ifNoneMatch: '"3"' }))).toBe('invalid-precondition');
  });
});

describe('If-None-Match on a read', () => {
  it('compares weakly and takes lists', () => {
    expect(alreadyRead('"1", W/"2"', '"2"')).toBe(true);
    expect(alreadyRead('"1"', '"2"')).toBe(false);
    expect(alreadyRead(undefined, '"2"')).toBe(false);
  });
});
