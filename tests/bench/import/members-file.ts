import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of plausible members, the same for the same number of rows. */
export function membersFile(folder: string, rows: number): string {
  const first = ['María', 'John', 'Aisha', 'Zoë', 'Wei', 'Patrick', 'Dolores', 'Anne-Marie', 'Olu', 'Sven'];
  const last = [
    'O’Brien',
    'Núñez',
    'Smith',
    'Washington-Jones',
    'Nguyen',
    'García',
    'Kowalski',
    'Lee',
    'Ali',
    'Brown',
  ];
  const towns = ['Chicago,IL,60601', 'Boston,MA,02108', 'Austin,TX,78701', 'Miami,FL,33101-1234'];
  const header =
    'member_no,first_name,middle_name,last_name,suffix,email,phone,address1,address2,city,state,zip,mail_ok,email_ok,deceased_on';
  const lines = [header];
  for (let i = 0; i < rows; i++) {
    const [a, b] = [first[i % 10], `${last[(i * 7) % 10]}${i % 997 < 500 ? '' : ` ${last[(i * 3) % 10]}`}`];
    const town = towns[i % 4] ?? '';
    const address = i % 9 === 0 ? `"${i} Main St, Bldg ${i % 7}",Apt ${i % 40}` : `${i} Elm Ave,`;
    const contact = `m${i}@example.org,(312) 555-${String(i % 10_000).padStart(4, '0')}`;
    const number = 100_000 + ((i * 7919) % 9_999_991);
    lines.push(
      `${number},${a},${i % 3 === 0 ? 'Q' : ''},${b},${i % 50 === 0 ? 'Jr' : ''},${contact},${address},${town},yes,${i % 8 === 0 ? 'no' : 'yes'},`,
    );
  }
  const file = join(folder, `members-${rows}.csv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
