import { describe, expect, it } from '@jest/globals';
import { BadRequestException, ConflictException, NotFoundException } from '@nestjs/common';
import { refuse } from '#domain';
import { z } from 'zod';
import { isUniqueViolation } from './database-errors.js';
import { notFound, preconditionFailed, refused, unauthenticated, unavailable } from './problem.js';
import { PROBLEM_KINDS } from './problem-codes.js';
import { toProblem } from './to-problem.js';
import { validationProblem } from './validation.js';

const pgError = (code: string, extra = {}) =>
  Object.assign(new Error('secret row value'), { code, ...extra });
const answerTo = (error: unknown) => {
  const { exception, unforeseen } = toProblem(error);
  return { status: exception.problem.status, code: exception.problem.code, unforeseen };
};

describe('a problem', () => {
  it('is listed once with a type, a title and an error status', () => {
    expect(new Set(PROBLEM_KINDS.map((k) => k.code)).size).toBe(PROBLEM_KINDS.length);
    for (const kind of PROBLEM_KINDS) {
      expect(kind.type).toBe(`/problems/${kind.code}`);
      expect(kind.title.length).toBeGreaterThan(3);
      expect(kind.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('tells a refusal with its code and items: 403 when it is about who asks, else 409', () => {
    expect(refused(refuse('answers-missing', ['BL-01'])).problem).toMatchObject({
      status: 409,
      code: 'answers-missing',
      items: ['BL-01'],
    });
    expect(refused(refuse('same-person')).problem.status).toBe(403);
  });

  it('carries the headers that its status asks for', () => {
    expect(unauthenticated().headers).toEqual({ 'www-authenticate': 'Bearer realm="selvedge"' });
    expect(unavailable('temporal-unavailable', 7).headers).toEqual({ 'retry-after': '7' });
    expect(preconditionFailed('"3"').headers).toEqual({ etag: '"3"' });
    expect(notFound('site').problem).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('an error', () => {
  it.each([
    [new NotFoundException('Cannot GET /x'), 404, 'not-found', false],
    [new BadRequestException(), 400, 'malformed-request', false],
    [new ConflictException(), 400, 'malformed-request', false],
    [Object.assign(new Error('too large'), { statusCode: 413 }), 413, 'too-large', false],
    [
      Object.assign(new SyntaxError('Unexpected token s'), { statusCode: 400 }),
      400,
      'malformed-request',
      false,
    ],
    [pgError('ECONNREFUSED'), 503, 'database-unavailable', true],
    [pgError('57P01'), 503, 'database-unavailable', true],
    [new Error('timeout exceeded when trying to connect'), 503, 'database-unavailable', true],
    [Object.assign(new Error('failed'), { driverError: pgError('57014') }), 503, 'database-busy', true],
    [pgError('40P01'), 503, 'database-busy', true],
    [pgError('22021'), 422, 'validation', true],
    [pgError('23505'), 500, 'internal', true],
    [new TypeError('x is not a function'), 500, 'internal', true],
    ['thrown text', 500, 'internal', true],
    [undefined, 500, 'internal', true],
  ])('%s is answered %i %s', (error, status, code, unforeseen) => {
    expect(answerTo(error)).toEqual({ status, code, unforeseen });
  });

  it('that nobody foresaw tells nothing of its cause', () => {
    const { exception } = toProblem(pgError('23505', { detail: 'Key (name)=(Sok) already exists' }));
    expect(JSON.stringify(exception.problem)).not.toMatch(/secret|Sok/);
  });

  it('of a unique index is told apart by its name', () => {
    expect(isUniqueViolation(pgError('23505', { constraint: 'scheme_by_code' }), 'scheme_by_code')).toBe(
      true,
    );
    expect(isUniqueViolation(pgError('23505', { constraint: 'other' }), 'scheme_by_code')).toBe(false);
    expect(isUniqueViolation(undefined, 'scheme_by_code')).toBe(false);
  });
});

describe('a validation problem', () => {
  const issues = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues ?? [];

  it('names each field by its JSON pointer', () => {
    const schema = z.strictObject({ roles: z.array(z.enum(['a'])), 'a/b': z.object({ 'c~d': z.string() }) });
    const { errors } = validationProblem(
      issues(schema, { roles: ['a', 'x'], 'a/b': { 'c~d': 1 }, extra: 1 }),
    ).problem;
    expect(errors?.map((e) => e.pointer)).toEqual(['#/roles/1', '#/a~1b/c~0d', '#/extra']);
  });

  it('says when the field is in the path', () => {
    const { errors } = validationProblem(issues(z.uuid(), 'x'), { in: 'path', name: 'id' }).problem;
    expect(errors).toEqual([
      expect.objectContaining({ pointer: '#/id', in: 'path', code: 'invalid-format' }),
    ]);
  });
});
