import {
  ACTIVITY_CATEGORIES,
  ACTIVITY_SOURCES,
  type ActivityCategory,
  type ActivitySource,
  CERTIFICATION_CODES,
  type CertificationCode,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '../../../../shared/domain/codes.ts';
import { BadCell, type CellType } from './cell.ts';

const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0']);

export const yesNo: CellType<boolean> = {
  blank: false,
  read(text) {
    const word = text.toLowerCase();
    if (YES.has(word)) return true;
    return NO.has(word) ? false : new BadCell('is neither yes nor no');
  },
};

export const certificationCode: CellType<CertificationCode> = {
  blank: 'MT',
  read: (text) =>
    CERTIFICATION_CODES.find((code) => code === text.toUpperCase()) ??
    new BadCell(`is no certification; it is one of ${CERTIFICATION_CODES.join(', ')}`),
};

export const activityCategory: CellType<ActivityCategory> = {
  blank: 'professional-education',
  read: (text) => {
    const word = text.toLowerCase().replace(/[\s_-]+/g, '-');
    const found = ACTIVITY_CATEGORIES.find((category) => category === word);
    return found ?? new BadCell(`is no category; it is one of ${ACTIVITY_CATEGORIES.join(', ')}`);
  },
};

/** An empty cell is the member's own record. */
export const activitySource: CellType<ActivitySource> = {
  blank: 'member',
  read: (text) => {
    const word = text.toLowerCase().replace(/[\s_-]+/g, '-');
    const found = ACTIVITY_SOURCES.find((source) => source === word);
    return found ?? new BadCell(`is no source; it is one of ${ACTIVITY_SOURCES.join(', ')}`);
  },
};

/** `check` is the same word as `cheque`. */
export const paymentMethod: CellType<PaymentMethod> = {
  blank: 'cheque',
  read: (text) => {
    const word = text.toLowerCase() === 'check' ? 'cheque' : text.toLowerCase();
    const found = PAYMENT_METHODS.find((method) => method === word);
    return found ?? new BadCell(`is no way of paying; it is one of ${PAYMENT_METHODS.join(', ')}`);
  },
};

const CRITERIA = new Map([
  ['job', 1],
  ['knowledge', 2],
  ['degree', 4],
]);

/** Criteria met, as bits: 1 job, 2 knowledge, 4 degree. */
export const criteria: CellType<number> = {
  blank: 0,
  read(text) {
    let bits = 0;
    for (const word of text.toLowerCase().split(/[\s;,|+]+/)) {
      const bit = word === '' ? 0 : CRITERIA.get(word);
      if (bit === undefined)
        return new BadCell('names an unknown criterion; they are job, knowledge and degree, separated by ;');
      bits |= bit;
    }
    return bits;
  },
};
