/** The ten certifications of the body, by code (policy.md B). */
export const CERTIFICATION_CODES = [
  'MT',
  'MLT',
  'MDT',
  'CLC',
  'RMA',
  'CMAS',
  'RDA',
  'CMLA',
  'RPT',
  'AHI',
] as const;

export type CertificationCode = (typeof CERTIFICATION_CODES)[number];

/** What each code stands for, as printed on a letter. */
export const CERTIFICATION_NAMES: Readonly<Record<CertificationCode, string>> = {
  MT: 'Medical Technologist',
  MLT: 'Medical Laboratory Technician',
  MDT: 'Molecular Diagnostics Technologist',
  CLC: 'Certified Laboratory Consultant',
  RMA: 'Registered Medical Assistant',
  CMAS: 'Certified Medical Administrative Specialist',
  RDA: 'Registered Dental Assistant',
  CMLA: 'Certified Medical Laboratory Assistant',
  RPT: 'Registered Phlebotomy Technician',
  AHI: 'Allied Health Instructor',
};

/** Categories of CCP activities (PB-CCP-5), spelled as in files and JSON. */
export const ACTIVITY_CATEGORIES = [
  'professional-education',
  'formal-education',
  'employment-verification',
  'authorship',
  'instructional-presentation',
  'organizational-participation',
] as const;

export type ActivityCategory = (typeof ACTIVITY_CATEGORIES)[number];

/** Who recorded an activity. */
export const ACTIVITY_SOURCES = ['member', 'amt-online', 'staff'] as const;

export type ActivitySource = (typeof ACTIVITY_SOURCES)[number];

/** How a fee was paid. No card number is stored anywhere. */
export const PAYMENT_METHODS = ['cheque', 'card', 'cash', 'online'] as const;

export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
