import { z } from 'zod'
import { at } from '@/lib/api-shapes'

/* Answers about saved searches. */

const searchFields = {
  id: z.string(),
  name: z.string(),
  inLetter: z.boolean(),
  since: at,
  createdAt: at,
  hits: z.number(),
  fresh: z.number().meta({ description: 'What came since the last look.' }),
  search: z.record(z.string(), z.string()).meta({ description: 'What is looked for, by the names of its address.' }),
  inWords: z.string(),
  url: z.string().meta({ description: 'Where it is read, from the root.' }),
  feed: z.string(),
}

export const searchAnswer = z.object(searchFields).meta({ id: 'SavedSearch' })

export const searchesAnswer = z.object({ searches: z.array(searchAnswer) }).meta({ id: 'SavedSearches' })

export const searchHitsAnswer = z
  .object({
    ...searchFields,
    papers: z.array(z.object({ id: z.string(), title: z.string(), at, isNew: z.boolean() })),
  })
  .meta({ id: 'SavedSearchHits' })
