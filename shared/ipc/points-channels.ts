import type { AttestationEntry, AttestationRows, SlipRecognised } from '../domain/attestations.ts';
import type {
  ActivityPreview,
  CounterPreview,
  EnteredActivity,
  MemberPoints,
  StandingChange,
} from '../domain/points.ts';
import { channel } from './define.ts';
import { pointsInputs } from './points-inputs.ts';

/** The contract's channels of points and attestations. */
export const POINTS_CHANNELS = {
  'points.ofMember': channel<MemberPoints>()('reader', pointsInputs.member),
  'points.preview': channel<ActivityPreview>()('reader', pointsInputs.preview),
  'points.previewCounter': channel<CounterPreview>()('reader', pointsInputs.previewCounter),
  'points.enter': channel<EnteredActivity>()('office', pointsInputs.enter),
  'points.correct': channel<EnteredActivity>()('office', pointsInputs.correct),
  'points.withdraw': channel<{ readonly text: string }>()('office', pointsInputs.withdraw),

  'attestations.recognise': channel<SlipRecognised>()('reader', pointsInputs.slip),
  'attestations.list': channel<AttestationRows>()('reader', pointsInputs.page),
  'attestations.record': channel<readonly AttestationEntry[]>()('office', pointsInputs.attest),
  'attestations.previewUndo': channel<readonly StandingChange[]>()('reader', pointsInputs.attestation),
  'attestations.undo': channel<AttestationEntry>()('office', pointsInputs.undoAttestation),
} as const;
