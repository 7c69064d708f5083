import { felonyReaders, saveFelonyReaders } from '../services/felony-readers.ts';
import { keepEligibility, noteDocument } from '../services/recertification/eligibility.ts';
import { invoiceApplication, payFromCredit } from '../services/recertification/fee.ts';
import { readFelony, recordFelony } from '../services/recertification/felony.ts';
import { changeLine, listPoints, saveForm } from '../services/recertification/form.ts';
import { checkStart, startApplication } from '../services/recertification/start.ts';
import { takeStep } from '../services/recertification/step.ts';
import { applicationList, applicationView } from '../services/recertification/view.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const recertificationReader: ReaderHandlers<
  'recertification.list' | 'recertification.application' | 'recertification.check' | 'office.felonyReaders'
> = {
  'recertification.list': ({ view }, query) => applicationList(view, query),
  'recertification.application': ({ view }, { application }) => applicationView(view, application),
  'recertification.check': ({ view }, asked) => checkStart(view, asked),
  'office.felonyReaders': ({ view }) => felonyReaders(view),
};

export const recertificationActions: OfficeHandlers<
  | 'recertification.start'
  | 'recertification.saveForm'
  | 'recertification.keepEligibility'
  | 'recertification.noteDocument'
  | 'recertification.listPoints'
  | 'recertification.changeLine'
  | 'recertification.invoice'
  | 'recertification.payFromCredit'
  | 'recertification.readFelony'
  | 'recertification.recordFelony'
  | 'recertification.step'
  | 'office.saveFelonyReaders'
> = {
  'recertification.start': {
    changes: ['members', 'payments'],
    answer: ({ office }, order) => startApplication(office, order),
  },
  'recertification.saveForm': {
    changes: ['members'],
    answer: ({ office }, form) => saveForm(office, form),
  },
  'recertification.keepEligibility': {
    changes: ['members'],
    answer: ({ office }, order) => keepEligibility(office, order),
  },
  'recertification.noteDocument': {
    changes: ['members'],
    answer: ({ office }, order) => noteDocument(office, order),
  },
  'recertification.listPoints': {
    changes: ['members'],
    answer: ({ office }, line) => listPoints(office, line),
  },
  'recertification.changeLine': {
    changes: ['members'],
    answer: ({ office }, order) => changeLine(office, order),
  },
  'recertification.invoice': {
    changes: ['members', 'payments'],
    answer: ({ office }, { application }) => invoiceApplication(office, application),
  },
  'recertification.payFromCredit': {
    changes: ['members', 'payments'],
    answer: ({ office }, { application }) => payFromCredit(office, application),
  },
  'recertification.readFelony': {
    changes: ['members'],
    answer: ({ office }, { application }) => readFelony(office, application),
  },
  'recertification.recordFelony': {
    changes: ['members'],
    answer: ({ office }, felony) => recordFelony(office, felony),
  },
  'recertification.step': {
    changes: ['members', 'payments'],
    answer: ({ office }, order) => takeStep(office, order),
  },
  'office.saveFelonyReaders': {
    changes: ['office'],
    answer: ({ office }, { names }) => saveFelonyReaders(office, names),
  },
};
