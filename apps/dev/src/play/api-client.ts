import { randomUUID } from 'node:crypto';
import type {
  AskCommand,
  CommandAnswer,
  CommandStatusView,
  OpenQualification,
  QualificationView,
} from '#contracts';
import type { z } from 'zod';
import { Costs } from './costs.js';

export { Costs } from './costs.js';

export type Case = z.infer<typeof QualificationView>;

/** The API said no: status and problem details (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      readonly code: string;
      readonly title: string;
      readonly items?: readonly string[];
      readonly errors?: unknown;
    },
    request: string,
  ) {
    super(`${request} -> ${status} ${problem.code} ${JSON.stringify(problem.items ?? problem.errors ?? '')}`);
  }
}

interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly location: string | null;
  readonly statements: number;
  /** How often PostgreSQL was waited for. */
  readonly flights: number;
}

/** What a request carries to say who asks. */
export type Credentials = () => Readonly<Record<string, string>>;
/** Of a token, or of what a browser sends along. */
export const credentialsOf = (given: string | Credentials): Credentials =>
  typeof given === 'string' ? () => ({ authorization: `Bearer ${given}` }) : given;

/** One person at the public HTTP API, with a token or with what their browser sends along. */
export class ApiClient {
  readonly credentials: Credentials;

  constructor(
    readonly baseUrl: string,
    given: string | Credentials,
    readonly costs: Costs = new Costs(),
  ) {
    this.credentials = credentialsOf(given);
  }

  /** The same person, whose requests nobody counts: reads for telling and judging are not what a case costs. */
  uncounted(): ApiClient {
    return new ApiClient(this.baseUrl, this.credentials);
  }

  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        ...this.credentials(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text ? JSON.parse(text) : undefined) as T;
    const timing = response.headers.get('server-timing') ?? '';
    const [statements = 0, flights = 0] = (timing.match(/\d+/g) ?? []).map(Number);
    this.costs.note(path, statements);
    if (!response.ok) throw new ApiProblem(response.status, answer as never, `${method} ${path}`);
    return {
      status: response.status,
      body: answer,
      etag: response.headers.get('etag'),
      location: response.headers.get('location'),
      statements,
      flights,
    };
  }

  async get<T>(path: string): Promise<T> {
    return (await this.request<T>('GET', path)).body;
  }

  async post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return (await this.request<T>('POST', path, body, { 'idempotency-key': key })).body;
  }

  /** The bytes of a file. */
  async download(path: string): Promise<Buffer> {
    const response = await fetch(this.baseUrl + path, { headers: this.credentials() });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok)
      throw new ApiProblem(response.status, JSON.parse(bytes.toString()) as never, `GET ${path}`);
    return bytes;
  }

  /** Write a fact; `version` is what was read before, 0 for nothing. Returns the new version. */
  async put(path: string, body: unknown, version = 0): Promise<number> {
    const precondition: Record<string, string> =
      version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    return (await this.request<{ version: number }>('PUT', path, body, precondition)).body.version;
  }

  case(id: string): Promise<Case> {
    return this.get<Case>(`/v1/qualifications/${id}`);
  }

  /** Ask for a decision and wait until it is made, also when the first answer is 202. */
  async ask(id: string, command: AskCommand, key: string = randomUUID()): Promise<void> {
    const ask = () => this.decide(`/v1/qualifications/${id}/commands`, command, key);
    await (this.costs.around ? this.costs.around(id, command.type, ask) : ask());
  }

  /** Open a case and wait until it is open. Returns its id. */
  async open(body: OpenQualification, key: string = randomUUID()): Promise<string> {
    return this.decide('/v1/qualifications', body, key);
  }

  private async decide(path: string, body: unknown, key: string): Promise<string> {
    const since = performance.now();
    const headers = { 'idempotency-key': key };
    const answer = await this.request<z.infer<typeof CommandAnswer>>('POST', path, body, headers);
    const { commandId, qualificationId } = answer.body;
    if (path === '/v1/qualifications') this.costs.note(`${path}/${qualificationId}`, answer.statements);
    if (answer.status === 202) await this.settled(commandId);
    this.costs.decided(qualificationId, commandId, performance.now() - since);
    return qualificationId;
  }

  private async settled(commandId: string): Promise<void> {
    for (;;) {
      const found = await this.get<CommandStatusView>(`/v1/commands/${commandId}`);
      if (found.status === 'done') return;
      const { type, refusal } = found;
      if (refusal) throw new ApiProblem(409, { title: type, ...refusal }, `${type} (after 202)`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Longer than what was being done in a crash takes to be tried again: an activity has up to a minute for each attempt. */
const PATIENCE_MS = 180_000;

/** Look again until it holds. Throws after `ms`, with what was seen last. */
export async function until<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  ms = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end)
      throw new Error(`it did not come to hold within ${ms} ms: ${JSON.stringify(seen).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
