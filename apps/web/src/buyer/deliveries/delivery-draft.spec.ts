import { expect, it } from '@jest/globals';
import { deliveryGaps, NEW_DELIVERY, recordOf, type DeliveryDraft } from './delivery-draft.js';

const TODAY = '2026-11-26';
const whole: DeliveryDraft = {
  ...{ number: 'PO-7', dueOn: '2026-11-25', deliveredOn: '2026-11-26', ordered: 100, delivered: 98 },
  ...{ inspected: 20, defective: 0, accepted: true, answeredInTime: true, priceKept: false },
};

it('a delivery is sent under its number, when all but its value is told', () => {
  const { number, ...record } = whole;
  expect(number).toBe('PO-7');
  expect(recordOf(whole, TODAY)).toEqual(record);
  expect(recordOf({ ...whole, valueUsd: 250 }, TODAY)).toEqual({ ...record, valueUsd: 250 });
  expect(recordOf(NEW_DELIVERY, TODAY)).toBeUndefined();
});

it.each([
  [{ number: 'two words' }, 'number'],
  [{ deliveredOn: '2026-11-27' }, 'deliveredOn'],
  [{ ordered: 0 }, 'ordered'],
  [{ defective: 21 }, 'defective'],
  [{ valueUsd: -1 }, 'valueUsd'],
  [{ priceKept: undefined }, 'priceKept'],
])('cannot be sent with %j', (change, field) => {
  expect(deliveryGaps({ ...whole, ...change }, TODAY)).toEqual([field]);
});
