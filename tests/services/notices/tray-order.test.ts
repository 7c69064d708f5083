import { expect, test } from 'vitest';
import { type Addressed, inTrayOrder } from '../../../electron/services/notices/order.ts';

/** A piece to a place; its order looks at nothing else. */
function to(country: string, zip: string): Addressed {
  const address = { address1: '1 Main St', address2: '', city: 'Town', state: '', zip, country };
  return { recipient: { address, sortName: 'lee ann', memberNo: zip }, piece: {} } as unknown as Addressed;
}

test('whatever the post delivers with a ZIP Code comes by it, and what goes abroad last', () => {
  const pieces = [
    to('DE', '10115'),
    to('PW', '96940'),
    to('GB', 'SW1A 1AA'),
    to('US', '99501'),
    to('PR', '00901'),
  ];
  const places = [...inTrayOrder(pieces), ...inTrayOrder([to('', '60018'), to('CA', 'K1A 0B1')])];
  expect(places.map(({ recipient }) => recipient.address?.zip)).toEqual([
    ...['00901', '96940', '99501', '10115', 'SW1A 1AA'],
    ...['60018', 'K1A 0B1'],
  ]);
});
