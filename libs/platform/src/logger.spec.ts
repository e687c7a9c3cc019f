import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';

/** A logger whose lines are kept. */
function recorded(level?: string) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger('api', level ? { level, destination } : { destination }) };
}

describe('the log', () => {
  const before = process.env['LOG_LEVEL'];
  afterEach(() => {
    if (before === undefined) delete process.env['LOG_LEVEL'];
    else process.env['LOG_LEVEL'] = before;
  });

  it('has one JSON object per line with time, level and name', () => {
    const { lines, logger } = recorded('info');
    logger.info({ caseId: 'c1' }, 'committed');
    const line: unknown = JSON.parse(lines[0] ?? '');
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      name: 'api',
      caseId: 'c1',
      msg: 'committed',
    });
  });

  it('takes its level from LOG_LEVEL and refuses one that does not exist', () => {
    process.env['LOG_LEVEL'] = 'warn';
    const { lines, logger } = recorded();
    logger.info('not written');
    logger.warn('written');
    expect(lines).toHaveLength(1);
    process.env['LOG_LEVEL'] = 'loud';
    expect(() => createLogger('api')).toThrow(/loud/);
  });

  it('says nothing personal of a request: no header, body, address or query', () => {
    const { lines, logger } = recorded('info');
    const req = {
      id: 'r1',
      method: 'POST',
      url: '/v1/suppliers?search=Sok+Chan',
      headers: { authorization: 'Bearer secret-token', cookie: 'session=secret' },
      body: { email: 'sok@example.test' },
      ip: '203.0.113.7',
      socket: { remoteAddress: '203.0.113.7' },
    };
    logger.info({ req, res: { statusCode: 201, body: 'Sok Chan' } });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      req: { id: 'r1', method: 'POST', url: '/v1/suppliers' },
      res: { statusCode: 201 },
    });
    expect(lines[0]).not.toMatch(/secret|Bearer|sok|203\.0/i);
  });

  it('tells of a secret address only what it is for', () => {
    const { lines, logger } = recorded('info');
    logger.info({ req: { id: 'r1', method: 'GET', url: '/v1/calendars/kept-secret.ics?x=1' } });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ req: { url: '/v1/calendars/[redacted]' } });
    logger.info({ req: { id: 'r2', method: 'POST', url: '/v1/unsubscribe/kept-secret' } });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ req: { url: '/v1/unsubscribe/[redacted]' } });
    logger.info({ req: { id: 'r3', method: 'GET', url: '/invitation/kept-secret?language=km' } });
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ req: { url: '/invitation/[redacted]' } });
  });

  it('redacts tokens and authorization headers wherever they are logged', () => {
    const { lines, logger } = recorded('info');
    const headers = { authorization: 'Bearer secret', 'set-cookie': 'secret', accept: 'kept' };
    logger.info({ token: 'secret', headers, call: { headers, accessToken: 'secret' } });
    expect(lines[0]).not.toContain('secret');
    expect(lines[0]).toContain('kept');
    expect(lines[0]?.match(/\[redacted\]/g)).toHaveLength(6);
  });

  it('keeps the row values of a database error out', () => {
    const { lines, logger } = recorded('info');
    const err = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: '(email)=(sok@example.test)',
    });
    logger.error({ err }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: '23505', message: 'duplicate key' } });
    expect(lines[0]).not.toContain('sok@');
  });
});
