import type { OnePageView } from '#contracts';
export const onePageHtml = (page: OnePageView): string =>
  `<!doctype html><html lang="${page.language}"><body>${page.caseNumber}</body></html>`;
