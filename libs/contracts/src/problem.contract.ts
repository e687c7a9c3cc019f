import { z } from 'zod';

export const FieldErrorView = z
  .object({
    pointer: z.string(),
    detail: z.string(),
    code: z.string(),
    in: z.enum(['path', 'query', 'header', 'document']).optional(),
  })
  .meta({ id: 'FieldErrorView', description: 'One thing that is wrong, named by its JSON pointer.' });

/** Problem details (RFC 9457). */
export const ProblemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(FieldErrorView).optional(),
    items: z.array(z.string()).optional(),
    current: z.unknown().meta({ description: 'Of a 412: what is there now.' }).optional(),
    sent: z.unknown().meta({ description: 'Of a 412: what this request wanted to write.' }).optional(),
  })
  .meta({ id: 'ProblemView', description: 'Problem details (RFC 9457). GET /problems lists the codes.' });

export const ProblemKindView = z
  .object({ code: z.string(), type: z.string(), title: z.string(), status: z.number().int() })
  .meta({ id: 'ProblemKindView' });
export const ProblemCode = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/);
export const ProblemKindList = z.object({ items: z.array(ProblemKindView) }).meta({ id: 'ProblemKindList' });
