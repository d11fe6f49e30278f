/** How long a movement takes, in ms: no time for a person whose device asks for stillness. */
export const motion = (ms: number): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms);
