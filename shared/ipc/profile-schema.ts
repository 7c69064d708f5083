import { z } from 'zod';

/** The office's profile as it comes in, from the window or a file. */
export const profileSchema = z.object({
  name: z.string().trim().min(1).max(120),
  address: z.object({
    address1: z.string().max(120),
    address2: z.string().max(120),
    city: z.string().max(60),
    state: z.string().max(40),
    zip: z.string().max(16),
    country: z.string().length(2),
  }),
  phone: z.string().max(40),
  email: z.string().max(120),
  website: z.string().max(120),
  logo: z.string().max(2_000_000).nullable(),
});
