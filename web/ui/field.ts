/** The id of the control of a field, which the error summary links to. A nested path is joined: `targets.0.name`. */
export const fieldId = (name: string, form = 'f') => `${form}-${name}`;

/** Attributes a control takes from the Field around it. */
export type Control = {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
};

/** What every field says of itself. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** The refusal in words; also shown in the summary on top. */
  error?: string;
  /** Says "(không bắt buộc)" beside the label; all other fields are required. */
  optional?: boolean;
  /** Tells two forms of one page apart. */
  form?: string;
};
