import { examine } from './examine.js';
import type { ExaminationRequest } from './examination.js';

/** The process that opens other people's files: one after the other, and it may die of any of them. */
process.on('message', (request: ExaminationRequest) => {
  void examine(request).then(
    (examination) => process.send?.(examination),
    () => process.send?.({ outcome: 'hindered' }),
  );
});
process.on('disconnect', () => process.exit());
