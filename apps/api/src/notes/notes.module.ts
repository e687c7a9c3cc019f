import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';

@Module({ imports: [FactsModule], controllers: [NotesController], providers: [NotesService] })
export class NotesModule {}
