import { rule } from './rule.js';

/** The programme as a whole: the office reads all of it; everybody what the figures mean, and those of no small group. */
export const programmeOperations = {
  listFigures: rule('none', 'read', ['anyone']),
  listPublicFigures: rule('none', 'read', ['anyone']),
  getFigure: rule('none', 'read', ['programme-office']),
  exportFigure: rule('none', 'read', ['programme-office']),
  listFigureCases: rule('none', 'read', ['programme-office']),
  exportFigureCases: rule('none', 'read', ['programme-office']),
};
