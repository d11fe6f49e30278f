import type { FieldProps } from './field.ts';

export type Choice = { value: string; label: string; note?: string };

export type ComboboxProps = FieldProps & {
  value?: string;
  /** All choices, filtered here without regard to marks; or ask the server with `search`. */
  options?: readonly Choice[];
  search?: (text: string) => Promise<readonly Choice[]>;
  /** Label of the value already chosen. */
  chosen?: string;
  placeholder?: string;
  onchoose?: (choice: Choice | undefined) => void;
};

/** What the field shows before anything is typed. */
export const labelOf = ({ chosen = '', options = [], value }: Pick<ComboboxProps, 'chosen' | 'options' | 'value'>) =>
  chosen || (options.find((one) => one.value === value)?.label ?? '');
