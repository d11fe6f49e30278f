/** The shape of a dictionary area: English says the same keys with the same parameters, in its own words. */
export type Words<T> = T extends string
  ? string
  : T extends (...params: infer P) => string
    ? (...params: P) => string
    : { readonly [K in keyof T]: Words<T[K]> };
