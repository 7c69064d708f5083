import { z } from 'zod';
import { MAIL_SECURITIES } from '../domain/email.ts';

const address = z.string().trim().max(254);

/** The e-mail settings as they come in, from the window or the command line. */
export const mailSchema = z.object({
  delivery: z.enum(['server', 'folder']),
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITIES),
  user: z.string().trim().max(254),
  authority: z.string().max(100_000).nullable(),
  from: address,
  replyTo: address,
  perMinute: z.number().int().min(1).max(6000),
  unsubscribe: address,
  unsubscribeUrl: z.string().trim().max(500),
});
