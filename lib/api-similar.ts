import { z } from 'zod'
import { flatPaperAnswer } from '@/lib/api-papers'

/** The most that are asked for anywhere. */
export const mostSimilar = 20

/** Papers that are about something similar to one. */
export const similarAnswer = z
  .object({
    by: z.enum(['meaning', 'words']).meta({ description: 'What was compared: words while the paper has no vector.' }),
    papers: z.array(
      flatPaperAnswer.extend({
        sharedWords: z.array(z.string()).meta({ description: 'The rarest words that both have, the rarest first.' }),
        likeness: z.number().nullable().meta({ description: 'The cosine of their vectors; null by words.' }),
      }),
    ),
  })
  .meta({ id: 'SimilarPapers' })
