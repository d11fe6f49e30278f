import { z } from 'zod';

/** A calendar date in Vietnam, yyyy-MM-dd. */
export const date = () => z.iso.date();

export const named = z.object({ id: z.string(), name: z.string() });

export const created = z.object({ id: z.string() });
