import { expect, it } from '@jest/globals';
import { fieldText, valueAt } from './field-text.js';

it('tells a field of a version as people read it', () => {
  expect(fieldText('A question')).toBe('A question');
  expect(fieldText(['Licence', 'Photo'])).toBe('Licence\nPhoto');
  expect(fieldText([])).toBe('–');
  expect(fieldText(undefined)).toBe('–');
  expect(fieldText({ workersAtLeast: 8 })).toBe('{\n "workersAtLeast": 8\n}');
});

it('finds what stands at a path, and nothing where there is nothing', () => {
  const content = { checklist: { scoring: { maxOpenCritical: 0 } } };
  expect(valueAt(content, 'checklist.scoring.maxOpenCritical')).toBe(0);
  expect(valueAt(content, 'checklist.sections.0.title')).toBeUndefined();
});
