import type { MainHandlers } from './handlers.ts';

export const eligibilityMain: MainHandlers<'eligibility.chooseTarget'> = {
  'eligibility.chooseTarget'(shell, { code, memberNo }) {
    const name = memberNo === null ? `Eligibility ${code}.pdf` : `Eligibility ${code} ${memberNo}.pdf`;
    return shell.chooseTarget('Save the result', name, [{ name: 'PDF file', extensions: ['pdf'] }]);
  },
};
