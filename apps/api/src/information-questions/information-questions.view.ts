import type { InformationQuestionList } from '#contracts';
import { INFORMATION_QUESTION_CODES, INFORMATION_QUESTIONS } from '#domain';
import { questionText, type Language } from '#wording';

export const informationQuestions = (language: Language): InformationQuestionList => ({
  items: INFORMATION_QUESTION_CODES.map((question) => ({
    question,
    sections: [...INFORMATION_QUESTIONS[question]],
    words: questionText(language, question),
  })),
});
