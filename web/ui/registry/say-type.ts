import type { Dictionary } from '#web/i18n/index.ts';

/** The type of a system in words; one that people typed themselves stays as it is. */
export const sayType = (type: string, { registry }: Dictionary): string =>
  Object.hasOwn(registry.type, type) ? registry.type[type as keyof typeof registry.type] : type;
