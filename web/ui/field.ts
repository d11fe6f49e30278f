import { getContext, setContext } from 'svelte';

/** What the form around a field knows of it. */
type Form = {
  /** Tells two forms of one page apart. */
  readonly id: string | undefined;
  /** Refusals in words, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Nothing in a filter has to be given, so nothing says that it need not be. */
  readonly filter?: true;
};
const key = Symbol('form');
const none: Form = { id: undefined, errors: {} };

export const setForm = (form: Form) => setContext(key, form);

/** Where a field stands and what was refused about it: as it was told itself, else as the form around it says. */
export function useField(given: () => Pick<FieldProps, 'name' | 'form' | 'error' | 'optional'>) {
  const around = getContext<Form | undefined>(key) ?? none;
  return {
    get id() {
      const { name, form } = given();
      return fieldId(name, form ?? around.id);
    },
    get optional() {
      return given().optional === true || around.filter === true;
    },
    /** Says "(không bắt buộc)". */
    get saysOptional() {
      return given().optional === true && around.filter !== true;
    },
    get error() {
      const { name, error } = given();
      return error ?? around.errors[name] ?? inList(around.errors, name);
    },
  };
}

/** The refusal of a list by one of its lines: `domains.3`. */
const inList = (errors: Form['errors'], name: string) =>
  Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1];

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
