import { INFORMATION_QUESTION_CODES } from '#domain';
import { z } from 'zod';

export const InformationQuestionList = z
  .object({
    items: z.array(
      z.object({
        question: z.enum(INFORMATION_QUESTION_CODES),
        sections: z.array(z.string()).meta({ description: 'Sections that it fits; none: any.' }),
        words: z.string().meta({ description: 'As a supplier reads it in the language that was asked for.' }),
      }),
    ),
  })
  .meta({ id: 'InformationQuestionList' });
export type InformationQuestionList = z.infer<typeof InformationQuestionList>;
