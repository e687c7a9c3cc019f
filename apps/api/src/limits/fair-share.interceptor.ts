import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { tooManyRequests, type Config } from '#platform';
import type { FastifyRequest } from 'fastify';
import { finalize, from, switchMap, type Observable } from 'rxjs';
import { actorOf } from '../auth/current-actor.js';
import { CONFIG } from '../config.module.js';

const PATIENCE_MS = 1_000;
const RETRY_AFTER_S = 1;
interface Share {
  inFlight: number;
  readonly waiting: Set<() => void>;
}

/**
 * No organisation keeps the others waiting: of each one only so many requests are worked on at a time, as many again
 * wait for a second at most, and the rest are answered 429. Counted in memory, so the limit is per API process.
 */
@Injectable()
export class FairShareInterceptor implements NestInterceptor {
  private readonly shares = new Map<string, Share>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const organisation = actorOf(request)?.organisationId;
    if (organisation === undefined) return next.handle();
    // A stream of events lasts for hours and does nothing for most of them: how many there are is counted by themselves.
    if (request.routeOptions.url === '/v1/events/stream') return next.handle();
    // An upload waits for its line most of the time: it has a share of its own, and takes nobody's turn.
    const share = request.url.startsWith('/v1/uploads') ? `${organisation} uploads` : organisation;
    const turn = from(this.enter(share));
    return turn.pipe(switchMap(() => next.handle().pipe(finalize(() => this.leave(share)))));
  }

  private async enter(organisation: string): Promise<void> {
    const share = this.shares.get(organisation) ?? { inFlight: 0, waiting: new Set() };
    this.shares.set(organisation, share);
    const most = this.config.organisationInFlight;
    if (share.inFlight < most) return void share.inFlight++;
    if (share.waiting.size >= most) throw tooManyRequests(RETRY_AFTER_S);
    await new Promise<void>((resolve, reject) => {
      const giveUp = setTimeout(() => {
        share.waiting.delete(turn);
        reject(tooManyRequests(RETRY_AFTER_S));
      }, PATIENCE_MS);
      const turn = (): void => {
        clearTimeout(giveUp);
        resolve();
      };
      share.waiting.add(turn);
    });
  }

  /** The place goes to whoever has waited longest; without one it is free. */
  private leave(organisation: string): void {
    const share = this.shares.get(organisation);
    if (!share) return;
    const [turn] = share.waiting;
    if (turn) {
      share.waiting.delete(turn);
      return turn();
    }
    if (--share.inFlight === 0) this.shares.delete(organisation);
  }
}
