import { z } from 'zod';

/** One section of an application or of the compliance papers. */
export const section = <S extends z.core.$ZodShape>(name: string, shape: S) =>
  z
    .strictObject(shape)
    .partial()
    .meta({ id: `${name}Section`, description: 'Every field may wait until later.' });
