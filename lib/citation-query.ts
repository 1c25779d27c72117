import { z } from 'zod'
import { parsePaperId } from '@/lib/paper-id'

/** So many papers at most are in one file of a selection or a search. */
export const mostCited = 200

/** `?ids=1706.03762,cs/9809007`: the papers of a selection, each once. */
export const citedIdsSchema = z.object({
  ids: z
    .string({ error: 'wants ids of papers, with commas between them' })
    .max(20 * mostCited, `wants at most ${mostCited} ids`)
    .transform((text, { addIssue }) => {
      const typed = text.split(',').map((id) => id.trim())
      const ids = typed.map((id) => parsePaperId(id) ?? id)
      const wrong = typed.find((id) => parsePaperId(id) === null)
      if (wrong !== undefined)
        addIssue({ code: 'custom', message: `wants ids of papers: “${wrong.slice(0, 30)}” is none` })
      const unique = [...new Set(ids)]
      if (unique.length > mostCited) addIssue({ code: 'custom', message: `wants at most ${mostCited} ids` })
      return unique
    }),
})
