import type { Migration } from './migration.ts';

/** Audit notices are a step of the notice schedule: an office that has set a schedule of its own gets it at its end. */
export const auditNotices: Migration = {
  name: '0016-audit-notices',
  sql: /* sql */ `
UPDATE setting SET value = json_insert(value, '$[#]', json('{"id":"audit","kind":"audit","title":"Audit notice","anchor":"selection","offsetDays":14,"channel":"print-first","letter":"audit"}'))
WHERE key = 'noticeSchedule' AND NOT EXISTS (SELECT 1 FROM json_each(setting.value) s WHERE s.value ->> '$.id' = 'audit' OR s.value ->> '$.kind' = 'audit');
`,
};
