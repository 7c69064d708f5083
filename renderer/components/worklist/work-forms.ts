import type { ComponentType } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';

/** Whose row is being worked. */
export interface WorkedMember {
  readonly memberNo: string;
  readonly memberName: string;
  /** The certification of the row; null where it is of the member. */
  readonly code: CertificationCode | null;
}

export interface WorkFormProps extends WorkedMember {
  /** What the row is about, as its list names it. */
  readonly item: string;
  readonly onClose: () => void;
  /** It was saved: what, in one sentence. */
  readonly onSaved: (words: string) => void;
}

/** What other features show of a row and do about it, so that nobody leaves the list. */
export interface WorkForms {
  /** The open cycle with its activities drawn on it. */
  readonly Cycle: ComponentType<Pick<WorkedMember, 'memberNo' | 'code'>>;
  readonly Points: ComponentType<WorkFormProps>;
  readonly Attestation: ComponentType<WorkFormProps>;
  readonly Payment: ComponentType<WorkFormProps>;
  /** Which of two activities that look like one stays. */
  readonly Duplicates: ComponentType<WorkFormProps>;
  readonly Contact: ComponentType<WorkFormProps>;
}
