const qualityOf = (accept: string, type: string): number => {
  const part = accept.split(',').find((one) => one.split(';')[0]?.trim().toLowerCase() === type);
  return part === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);
};
/** Whether somebody would rather read a page: browsers ask for `text/html` by name, programs take what comes. */
export const prefersPage = (accept = ''): boolean =>
  qualityOf(accept, 'text/html') > qualityOf(accept, 'application/json');
