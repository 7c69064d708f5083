import { z } from 'zod';
import {
  BADGE_REASONS,
  BADGE_STEPS,
  type BadgeExport,
  type BadgeExportReport,
  type BadgeFile,
  type BadgeRequest,
  type BadgeRequests,
  type BadgeSettings,
  type BadgeSettingsView,
  type CorrectionReport,
  type CredlyImportReport,
  type DriftReport,
} from '../domain/badges.ts';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import { channel } from './define.ts';

const nothing = z.undefined();
const memberNo = z.string().min(1).max(32);
const path = z.string().min(1).max(4096);
const number = z.number().int().min(1);

/** The channels of badges at Credly, a part of the contract. */
export const badgeChannels = {
  'badges.requests': channel<BadgeRequests>()(
    'reader',
    z.object({
      step: z.enum(BADGE_STEPS).nullable(),
      memberNo: memberNo.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'badges.exports': channel<readonly BadgeExport[]>()('reader', nothing),
  'badges.settings': channel<BadgeSettingsView>()('reader', nothing),
  'badges.request': channel<BadgeRequest>()(
    'office',
    z.object({
      memberNo,
      code: z.enum(CERTIFICATION_CODES),
      reason: z.enum(BADGE_REASONS).nullable(),
    }),
  ),
  'badges.withdraw': channel<BadgeRequest>()(
    'office',
    z.object({ request: number, reason: z.string().max(500) }),
  ),
  'badges.saveTemplates': channel<BadgeSettings>()(
    'office',
    z.object({ templates: z.partialRecord(z.enum(CERTIFICATION_CODES), z.string().max(120)) }),
  ),
  'badges.takeTemplate': channel<BadgeSettings>()('job', z.object({ file: path })),
  'badges.export': channel<BadgeExportReport>()(
    'job',
    z.object({ folder: path, again: z.array(number).min(1).max(500).nullable() }),
  ),
  'badges.writeAgain': channel<readonly BadgeFile[]>()('job', z.object({ export: number, folder: path })),
  'badges.import': channel<CredlyImportReport>()('job', z.object({ file: path })),
  'badges.drift': channel<DriftReport>()('job', nothing),
  'badges.correct': channel<CorrectionReport>()('job', z.object({ folder: path })),
  'badges.chooseFolder': channel<string | null>()('main', nothing),
  'badges.chooseFile': channel<string | null>()('main', z.object({ purpose: z.enum(['list', 'template']) })),
} as const;
