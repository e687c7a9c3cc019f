import { Module } from '@nestjs/common';
import { InformationQuestionsController } from './information-questions.controller.js';

@Module({ controllers: [InformationQuestionsController] })
export class InformationQuestionsModule {}
