import type { OrderAnswerView } from '#contracts';
import type { Member } from '../play/parties.js';
import type { Act } from './scene.js';
import { tellWithoutTime } from './story.js';
import { list } from './wording.js';

const AMOUNT_USD = 5_000;

/** May this buyer order for so much from the supplier? As its ERP asks. */
function ask({ api }: Member, { applicant }: Act): Promise<OrderAnswerView> {
  const { supplierId, profile } = applicant;
  const question = `supplierId=${supplierId}&category=${profile.category}&amountUsd=${AMOUNT_USD}`;
  return api.uncounted().get<OrderAnswerView>(`/v1/approvals?${question}`);
}

/** Both buyers' systems ask before they order: one may, up to an amount, and one may not and is told why. */
export async function askForOrders(act: Act): Promise<void> {
  const { expectations, parties } = act.scene;
  const yes = await ask(parties.brand.requester, act);
  tellWithoutTime(
    `${parties.brand.name}'s ERP`,
    `asks whether it may order for ${AMOUNT_USD} USD: ${yes.mayOrder ? `yes, up to ${yes.upTo.usd} USD this month` : 'no'}`,
  );
  const no = await ask(parties.mill.requester, act);
  tellWithoutTime(
    `${parties.mill.name}'s ERP`,
    `asks the same: ${no.mayOrder ? 'yes' : `no, ${list(no.reasons.map((one) => one.replaceAll('-', ' ')))}`}`,
  );
  expectations.expect(
    'who approved may order, up to an amount',
    yes.mayOrder && yes.upTo.usd >= AMOUNT_USD,
    yes,
  );
  expectations.expect('who declined may not, and is told why', !no.mayOrder && no.reasons.length > 0, no);
}
