import calendarData from './regulations/calendar.json' with { type: 'json' };
import incidentTypeData from './regulations/incident-types.json' with { type: 'json' };
import internal from './regulations/noi-bo.json' with { type: 'json' };
import vn2017 from './regulations/vn-2017.json' with { type: 'json' };
import vn2026 from './regulations/vn-2026.json' with { type: 'json' };

export interface Label {
  vi: string;
  en: string;
}

/** How far a text was compared: `gazette` = with Công báo; `archive` = read in a stored copy, to be compared again; `none`. */
export type Checked = 'gazette' | 'archive' | 'none';

/** Where a rule stands. Anything but `gazette` is shown with its note ("chưa đối chiếu văn bản gốc"). */
export interface Source {
  number: string;
  article: string;
  checked: Checked;
  note: string;
}

export interface LegalBasis extends Source {
  title: string;
  checkedOn: string | null;
  checkedBy: string | null;
}

/** A rule over the facts of an incident, as data. */
export type Rule = { fact: string; atLeast?: number } | { all: Rule[] } | { any: Rule[] };

/** `rule` = null with `needsHumanDecision`: no rule exists, a named person decides and the checklist only helps. */
export interface IncidentClass {
  code: string;
  label: Label;
  rule: Rule | null;
  needsHumanDecision: boolean;
  decision?: Label;
  checklist: Label[];
  source: Source;
}

/** `duration` 0 = "ngay". Hours and minutes run continuously; days exclude the first day. `warnAt` = shares of the duration. */
export interface Clock {
  code: string;
  label: Label;
  condition: Label;
  when: { serious?: true; personalData?: true };
  t0: 'detected_at' | 'personal_data_detected_at' | 'ended_at';
  duration: { value: number; unit: 'minute' | 'hour' | 'day' | 'working_day' };
  recipient: Label;
  form: string | null;
  action: 'notify' | 'report';
  warnAt: number[];
  source: Source;
}

export interface Step {
  code: string;
  label: Label;
  source: Source;
}

export interface Duty extends Step {
  recipient: Label;
}

/** Month and day as MM-dd; the report is due before `dueBefore`. */
export interface PeriodicReport extends Duty {
  windowFrom: string | null;
  windowTo: string | null;
  dueBefore: string;
  form: string | null;
}

export interface ReportForm {
  code: string;
  title: Label;
  docType: 'BC' | 'CV' | 'TTr' | 'QD' | 'BB';
  layout: 'nd30' | 'tt20';
  source: Source;
}

/** Hồ sơ quy định: the rules an incident is stamped with (`id@version`) when it is detected. Dates are yyyy-MM-dd. */
export interface RegulationProfile {
  id: string;
  version: number;
  kind: 'law' | 'internal';
  title: Label;
  status: 'checked' | 'awaiting_guidance' | 'unclear' | 'internal';
  statusNote: Label;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  supersedes: string | null;
  legalBasis: LegalBasis[];
  incidentClasses: IncidentClass[];
  clocks: Clock[];
  steps: Step[];
  duties: Duty[];
  periodic: PeriodicReport[];
  forms: ReportForm[];
}

/** `workingDays`: ISO week days, 1 = Monday. `swap_work` = a day off that is worked instead. */
export interface WorkCalendar {
  zone: string;
  workingDays: number[];
  note: string;
  days: {
    date: string;
    name: Label;
    kind: 'holiday' | 'compensation' | 'swap_off' | 'swap_work';
    checked: Checked;
    note: string;
  }[];
}

/** The closed list of ten (loại sự cố, TT 20/2017 Mẫu 05), in the form's order. */
export interface IncidentType {
  code: string;
  order: number;
  label: Label;
}

export const regulationProfiles = [vn2026, vn2017, internal] as readonly RegulationProfile[];
export const workCalendar = calendarData as WorkCalendar;
const datesOf = (...kinds: WorkCalendar['days'][number]['kind'][]): string[] =>
  workCalendar.days.filter((day) => kinds.includes(day.kind)).map((day) => day.date);

/** The same calendar as date arithmetic takes it: days off, and days off that are worked in exchange. */
export const workingTime = {
  workingWeekdays: workCalendar.workingDays,
  holidays: datesOf('holiday', 'compensation', 'swap_off'),
  extraWorkingDays: datesOf('swap_work'),
};

export const incidentTypes = incidentTypeData.types as readonly IncidentType[];
export const incidentTypesSource = incidentTypeData.source as Source;
