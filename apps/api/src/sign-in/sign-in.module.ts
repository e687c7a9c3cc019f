import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { FlowCookie } from './flow-cookie.js';
import { OidcClient } from './oidc-client.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [SessionsModule],
  controllers: [SignInController],
  providers: [OidcClient, FlowCookie, SignInService],
  exports: [OidcClient, SignInService],
})
export class SignInModule {}
