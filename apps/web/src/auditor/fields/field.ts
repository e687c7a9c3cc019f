/** What a field of a form is: each kind has one component, in `fields.tsx`. */
export type Field = {
  /** As the contract calls it; its label is `application.label.<name>`. */
  readonly name: string;
  readonly required?: boolean;
  /** Whether it is asked at all, by what the others say. */
  readonly when?: (content: Content) => boolean;
} & (
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly whole?: boolean }
  | { readonly kind: 'text'; readonly most: number; readonly long?: boolean }
  | { readonly kind: 'month' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'place' }
  | { readonly kind: 'signature' }
  /** Amounts under each other, with their labels: each a field of the content by itself. */
  | { readonly kind: 'table'; readonly rows: readonly string[] }
);
export type FieldKind = Field['kind'];
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;
export type Content = Readonly<Record<string, unknown>>;

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
/** Whether all that is required is there; a form that is not whole is kept on the device and not sent. */
export const isWhole = (fields: readonly Field[], content: Content): boolean =>
  fields.every(
    ({ name, required, when }) => !required || when?.(content) === false || isThere(content[name]),
  );

/** Without what was emptied. */
export const filled = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => isThere(value)));
