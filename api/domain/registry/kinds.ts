export const organisationKinds = [
  'province',
  'department',
  'agency',
  'unit',
  'centre',
  'commune',
  'police',
  'military',
  'party',
  'mass_organisation',
  'school',
  'university',
  'hospital',
  'vendor',
  'ministry',
  'national',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const systemGroups = ['internal', 'public_service', 'infrastructure', 'industrial', 'other'] as const;
export type SystemGroup = (typeof systemGroups)[number];

export const systemStatuses = ['planned', 'trial', 'operating', 'retired'] as const;
export type SystemStatus = (typeof systemStatuses)[number];

/** How one system leans on another. */
export const linkKinds = ['hosted_on', 'data_exchange', 'component', 'identity'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** The file that proposes the level (hồ sơ đề xuất cấp độ). */
export const dossierStatuses = ['none', 'drafting', 'submitted', 'assessed', 'approved'] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** How far the approved protection plan is carried out. */
export const planStatuses = ['none', 'partial', 'full'] as const;
export type PlanStatus = (typeof planStatuses)[number];
