import { Module } from '@nestjs/common';
import { OauthClientsController } from './oauth-clients.controller.js';
import { OauthController } from './oauth.controller.js';
import { OauthService } from './oauth.service.js';
import { TokenEndpoint } from './token-endpoint.js';

@Module({
  controllers: [OauthClientsController, OauthController],
  providers: [OauthService, TokenEndpoint],
})
export class OauthModule {}
