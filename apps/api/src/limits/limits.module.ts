import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AttemptLimits } from './attempt-limits.js';
import { FairShareInterceptor } from './fair-share.interceptor.js';
import { PublicRateGuard } from './public-rate.guard.js';
import { RateLimits } from './rate-limits.js';

@Global()
@Module({
  // Only its counter: the limits are ours, which know persons and tell them in the headers of the draft.
  imports: [ThrottlerModule.forRoot([])],
  providers: [RateLimits, AttemptLimits],
  exports: [RateLimits, AttemptLimits],
})
export class LimitsModule {}

/** Imported after authentication: guards run in the order of their modules. */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: PublicRateGuard },
    { provide: APP_INTERCEPTOR, useClass: FairShareInterceptor },
  ],
})
export class LimitGuardsModule {}
