import { z } from 'zod'
import { at } from '@/lib/api-shapes'
import { webhookEvents, webhookKinds } from '@/lib/webhook-kinds'

/* Answers about webhooks. */

const webhookFields = {
  id: z.string(),
  label: z.string(),
  kind: z.enum(webhookKinds),
  address: z.string().meta({ description: 'As much of it as lets nobody post.' }),
  chat: z.string().nullable(),
  events: z.array(z.enum(webhookEvents)),
  votes: z.number(),
  isOn: z.boolean(),
  offReason: z.string().nullable(),
  createdAt: at,
}

const delivery = z
  .object({
    id: z.string(),
    event: z.enum([...webhookEvents, 'webhook.test']),
    subject: z.object({ text: z.string(), path: z.string() }).nullable(),
    state: z.enum(['waiting', 'sent', 'failed']),
    attempts: z.number(),
    nextAt: at,
    status: z.number().nullable(),
    answer: z.string().nullable(),
    createdAt: at,
    doneAt: at.nullable(),
  })
  .meta({ id: 'Delivery' })

export const webhooksAnswer = z.array(z.object(webhookFields).meta({ id: 'WebhookLine' }))

export const webhookAnswer = z.object({ ...webhookFields, deliveries: z.array(delivery) }).meta({ id: 'Webhook' })

export const madeWebhookAnswer = z
  .object({
    id: z.string(),
    secret: z.string().optional().meta({ description: 'What messages are signed with; seen this once.' }),
  })
  .meta({ id: 'MadeWebhook' })

export const webhookSecretAnswer = z.object({ secret: z.string() }).meta({ id: 'WebhookSecret' })

export const webhookSwitchAnswer = z.object({ isOn: z.boolean() }).meta({ id: 'WebhookSwitch' })

export const webhookTestAnswer = z
  .object({ isSent: z.boolean(), status: z.number().nullable(), answer: z.string().nullable() })
  .meta({ id: 'WebhookTest' })
