import { z } from 'zod';

type Pascal<T extends string> = T extends `${infer A}-${infer B}`
  ? `${Capitalize<A>}${Pascal<B>}`
  : Capitalize<T>;
const pascal = <T extends string>(type: T): Pascal<T> =>
  type.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Pascal<T>;

/** One kind of command: its type and what it needs, nothing else. */
export const command = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape }).meta({ id: `${pascal(type)}Command` });
