/** What stands where a text was blanked: the same in every language, and never empty, for a rule may ask for a text. */
export const blank = '█████';
