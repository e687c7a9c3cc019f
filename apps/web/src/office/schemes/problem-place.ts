const ITEM = /\/checklist\/items\/(\d+)(?:\/([^/]+))?/;

/** Which item a pointer of a refusal is about, and which field of it; the path elsewhere. @param ids of the items in their order */
export function placeOf(
  pointer: string,
  ids: readonly string[],
): { readonly itemId?: string; readonly field?: string; readonly path: string } {
  const path = pointer.replace(/^#?\/content\//, '').replaceAll('/', ' · ');
  const [, nth, field] = ITEM.exec(pointer) ?? [];
  const itemId = nth === undefined ? undefined : ids[Number(nth)];
  return { path, ...(itemId && { itemId }), ...(itemId && field && { field }) };
}
