const documentedOnly = new WeakSet<object>();

/** A schema that tells what a body may be, where the service reads it by another part of the request. */
export function documented<S extends object>(schema: S): S {
  documentedOnly.add(schema);
  return schema;
}

export const isDocumentedOnly = (schema: object): boolean => documentedOnly.has(schema);
