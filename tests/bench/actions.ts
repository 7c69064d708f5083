// Durable user actions a second, each a write with its journal entry and the search index: `node tests/bench/actions.ts`.
// The reference beside it is one raw prepared UPDATE a commit on the same disk. Target (speed.md): at least 2,000 a second.
import { saveContact } from '../../electron/services/contact.ts';
import { openSample } from './sample-folder.ts';

const ACTIONS = 3000;

for (const members of [10_000, 100_000]) {
  const office = await openSample(members);
  const { sqlite } = office.db;
  const numbers = sqlite
    .prepare<[number], string>('SELECT member_no FROM member ORDER BY id LIMIT ?')
    .pluck()
    .all(ACTIONS);
  const raw = sqlite.prepare("UPDATE member SET phone = phone || '0' WHERE member_no = ?");
  let from = performance.now();
  for (const memberNo of numbers) raw.run(memberNo);
  const reference = ACTIONS / ((performance.now() - from) / 1000);
  const address = {
    address1: '1 Main St',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  };
  const stamp = String(Date.now()).slice(-7);
  from = performance.now();
  for (const memberNo of numbers)
    await saveContact(office, {
      memberNo,
      email: 'bench@example.org',
      phone: `312${stamp}`,
      mailOk: true,
      emailOk: true,
      address,
    });
  const ours = ACTIONS / ((performance.now() - from) / 1000);
  await office.close();
  console.log(
    `${members} members: ${ours.toFixed(0)} actions/s (target ≥ 2,000), one raw UPDATE a commit ${reference.toFixed(0)}/s, ratio ${(ours / reference).toFixed(2)}`,
  );
}
