import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InformationQuestionList, WordingQuery } from '#contracts';
import { Operation } from '../http/operation.js';
import { informationQuestions } from './information-questions.view.js';

@ApiTags('application-sections')
@Controller('v1/information-questions')
export class InformationQuestionsController {
  @Get()
  @Operation('listInformationQuestions', {
    summary: 'What the office may ask about an application, in the words that the supplier reads',
    answers: InformationQuestionList,
  })
  list(@Query({ schema: WordingQuery }) { language }: WordingQuery) {
    return informationQuestions(language);
  }
}
