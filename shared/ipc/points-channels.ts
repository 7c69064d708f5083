import { z } from 'zod';
import type { AttestationEntry, AttestationRows, SlipRecognised } from '../domain/attestations.ts';
import type { FeedReport, FeedRow, FeedRows, FeedState, FolderReport } from '../domain/feed.ts';
import type {
  ActivityPreview,
  CounterPreview,
  EnteredActivity,
  MemberPoints,
  StandingChange,
} from '../domain/points.ts';
import { channel } from './define.ts';
import { pointsInputs } from './points-inputs.ts';

/** The contract's channels of points, attestations and AMT's feed of online activities. */
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

  'feed.state': channel<FeedState>()('reader', z.undefined()),
  'feed.rows': channel<FeedRows>()('reader', pointsInputs.feedRows),
  'feed.take': channel<FeedReport>()('job', pointsInputs.feedFile),
  /** Asked by the program itself when files lie still in the watched folder. */
  'feed.takeFolder': channel<FolderReport>()('job', z.undefined()),
  'feed.assign': channel<FeedRow>()('office', pointsInputs.feedAssign),
  'feed.dismiss': channel<FeedRow>()('office', pointsInputs.feedDismiss),
  'feed.undo': channel<FeedRow>()('office', pointsInputs.feedRow),
  'feed.watch': channel<FeedState>()('office', pointsInputs.feedFolder),
  'feed.chooseFile': channel<string | null>()('main', z.undefined()),
  'feed.chooseFolder': channel<string | null>()('main', z.undefined()),
} as const;
