/** Forms send an empty text for what is not given. */
export const orNull = (text: string) => (text === '' ? null : text);
