import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { Authorisation } from './authorisation.js';
import { Authentication } from './authentication.js';

@Global()
@Module({
  providers: [Authentication, Authorisation, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [Authentication, Authorisation],
})
export class AuthModule {}
