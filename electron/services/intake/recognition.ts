import { saveSetting, setting, settingIn } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';

/** Words are looked for in pictures unless the office has switched that off: only so is a card number on a scan seen and covered. */
const AT_FIRST = true;

/** Whether words are looked for in pictures of pages. */
export async function recognition(view: Pick<OfficeView, 'reader'>): Promise<boolean> {
  return (await setting(view.reader, 'recognition')) ?? AT_FIRST;
}

/** Switches it on or off. */
export async function saveRecognition(office: Office, on: boolean): Promise<boolean> {
  await office.act(async (write) => {
    const before = (await settingIn(write, 'recognition')) ?? AT_FIRST;
    if (before === on) return;
    await saveSetting(write, 'recognition', on);
    write.journal({
      action: 'intake.recognition-changed',
      subject: 'office',
      subjectId: 'intake',
      detail: { before, after: on },
    });
  });
  return on;
}
