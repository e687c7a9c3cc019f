import { Module } from '@nestjs/common';
import { PotentialMatchesController } from './potential-matches.controller.js';
import { PotentialMatchesService } from './potential-matches.service.js';

@Module({ controllers: [PotentialMatchesController], providers: [PotentialMatchesService] })
export class PotentialMatchesModule {}
