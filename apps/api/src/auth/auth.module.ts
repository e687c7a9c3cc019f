import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { Authentication } from './authentication.js';
import { Authorisation } from './authorisation.js';
import { SlowHash } from './slow-hash.js';

/** Who asks, and what they may. */
@Module({})
export class AuthModule {
  static with(authorisation: Authorisation): DynamicModule {
    return {
      module: AuthModule,
      global: true,
      providers: [
        Authentication,
        SlowHash,
        { provide: Authorisation, useValue: authorisation },
        { provide: APP_GUARD, useClass: AuthGuard },
      ],
      exports: [Authentication, Authorisation, SlowHash],
    };
  }
}
