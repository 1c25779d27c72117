import { z } from 'zod'

/* Parts that answers of the API are made of. */

/** A time as text. */
export const iso = z.string().meta({ format: 'date-time' })

/** A time as a number. */
export const at = z.number().meta({ description: 'Ms since 1970.' })

/** Done, and nothing more to say. */
export const doneAnswer = z.object({}).meta({ id: 'Done' })

export const role = z.enum(['member', 'moderator', 'admin'])

/** Why not. */
export const refusalAnswer = z
  .object({
    error: z
      .string()
      .meta({ description: 'What is wrong and what to do, in words; also in the header X-Error-Message.' }),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'What is wrong with each field or parameter.' }),
    id: z.string().optional().meta({ description: 'Of a fault of ours: quote it.' }),
  })
  .meta({ id: 'Refusal' })
