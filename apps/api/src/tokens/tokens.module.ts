import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Module({ imports: [PeopleModule], controllers: [TokensController], providers: [TokensService] })
export class TokensModule {}
