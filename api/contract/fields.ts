import { z } from 'zod';
import { cleanText } from '../domain/text.ts';

function cleaned(max: number, multiline: boolean, min: number) {
  return z
    .string()
    .meta({ maxLength: max })
    .transform((value, ctx) => {
      const tooLong = () =>
        ctx.addIssue({ code: 'too_big', maximum: max, origin: 'string', inclusive: true, input: value });
      // Far beyond what trimming and composing could shorten: not worth cleaning.
      if (value.length > max * 4) {
        tooLong();
        return z.NEVER;
      }
      const clean = cleanText(value, { multiline });
      if (!clean.ok) {
        ctx.addIssue({ code: 'custom', params: { code: clean.code }, message: clean.code });
        return z.NEVER;
      }
      if (clean.value.length > max) tooLong();
      if (clean.value.length < min)
        ctx.addIssue({ code: 'too_small', minimum: min, origin: 'string', inclusive: true, input: value });
      return clean.value;
    });
}

/** One line of text: NFC, trimmed, no control, invisible or direction-changing character; 1 to `max` UTF-16 units. */
export const line = (max = 200) => cleaned(max, false, 1);
/** One line that may be empty. */
export const optionalLine = (max = 200) => cleaned(max, false, 0);
/** Several lines; may be empty. */
export const paragraph = (max = 10_000) => cleaned(max, true, 0);
/** Several lines, at least one character. */
export const requiredParagraph = (max = 10_000) => cleaned(max, true, 1);
/** An identifier made by the server. */
export const id = () =>
  z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9_-]+$/);
/** Milliseconds since the epoch, between the years 2000 and 2100. */
export const instant = () => z.int().min(946_684_800_000).max(4_102_444_800_000);
/** How often a thing had been rewritten when it was read; a change made on an older one is refused as `conflict.stale`. */
export const revision = () => z.int().min(0);
/** Points in integer hundredths. */
export const hundredths = () => z.int().min(-100_000_000).max(100_000_000);
/** A page of a list: `after` is the cursor the previous page gave. */
export const page = {
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
/** A list with the cursor of its next page. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });
/** The answer of a command that has nothing to say. */
export const done = z.object({ ok: z.literal(true) });
