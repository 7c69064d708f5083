import { recogniseSlip } from '../services/attestations/recognise.ts';
import {
  listAttestations,
  previewUndo,
  recordAttestation,
  undoRecorded,
} from '../services/attestations/record.ts';
import { correctActivity, previewCounter, withdrawActivity } from '../services/points/counter.ts';
import { enterActivity } from '../services/points/enter.ts';
import { memberPoints } from '../services/points/member-points.ts';
import { previewActivity } from '../services/points/preview.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const pointsReader: ReaderHandlers<
  | 'points.ofMember'
  | 'points.preview'
  | 'points.previewCounter'
  | 'attestations.recognise'
  | 'attestations.list'
  | 'attestations.previewUndo'
> = {
  'points.ofMember': ({ view, today }, { memberNo }) => memberPoints(view, memberNo, today()),
  'points.preview': ({ view, today }, draft) => previewActivity(view, draft, today()),
  'points.previewCounter': ({ view, today }, { activity, draft }) =>
    previewCounter(view, activity, draft, today()),
  'attestations.recognise': ({ view, today }, { text, attestedOn }) =>
    recogniseSlip(view, text, attestedOn, today()),
  'attestations.list': ({ view }, page) => listAttestations(view, page),
  'attestations.previewUndo': ({ view, today }, { attestation }) => previewUndo(view, attestation, today()),
};

export const pointsActions: OfficeHandlers<
  'points.enter' | 'points.correct' | 'points.withdraw' | 'attestations.record' | 'attestations.undo'
> = {
  'points.enter': {
    changes: ['members'],
    answer: ({ office }, { confirmDoubts, ...toEnter }) => enterActivity(office, toEnter, confirmDoubts),
  },
  'points.correct': {
    changes: ['members'],
    answer: ({ office }, order) => correctActivity(office, order),
  },
  'points.withdraw': {
    changes: ['members'],
    answer: ({ office }, order) => withdrawActivity(office, order),
  },
  'attestations.record': {
    changes: ['members'],
    answer: ({ office }, slip) => recordAttestation(office, slip),
  },
  'attestations.undo': {
    changes: ['members'],
    answer: ({ office }, order) => undoRecorded(office, order),
  },
};
