import { z } from 'zod'
import { at, iso } from '@/lib/api-shapes'

/* Answers about reading lists. */

const closedReason = z
  .string()
  .nullable()
  .meta({ description: 'Why a moderator made it private; null unless one did.' })

const listLine = z.object({
  id: z.string(),
  name: z.string(),
  isPublic: z.boolean(),
  isDefault: z.boolean(),
  closedReason,
  papers: z.number(),
  unread: z.number(),
  updatedAt: at,
  has: z.boolean().optional().meta({ description: 'Whether it holds the paper that was asked for.' }),
})

export const listsAnswer = z.object({ lists: z.array(listLine.meta({ id: 'ListLine' })) }).meta({ id: 'Lists' })

/** The public lists of a person. */
export const publicListsAnswer = z.array(
  z
    .object({ id: z.string(), name: z.string(), about: z.string(), papers: z.number(), updatedAt: at, url: z.string() })
    .meta({ id: 'PublicList' }),
)

export const madeListAnswer = z.object({ id: z.string(), name: z.string() }).meta({ id: 'MadeList' })

/** A list with its papers. Notes and what was read are there for its owner alone. */
export const listAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    about: z.string(),
    isPublic: z.boolean(),
    owner: z.string(),
    url: z.string(),
    updatedAt: iso,
    papers: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        authors: z.array(z.string()),
        abstract: z.string().nullable(),
        categories: z.array(z.string()),
        publishedAt: iso,
        doi: z.string().nullable(),
        day: z.string().nullable(),
        url: z.string(),
        page: z.string(),
        addedAt: iso,
        note: z.string().optional(),
        readAt: iso.nullish(),
      }),
    ),
  })
  .meta({ id: 'List' })

/** A list as it is after a change. */
export const changedListAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    about: z.string(),
    isPublic: z.boolean(),
    isDefault: z.boolean(),
    closedReason,
    owner: z.object({ name: z.string(), fullName: z.string().nullable() }),
    isOwn: z.boolean(),
    createdAt: at,
    updatedAt: at,
    papers: z.number(),
    unread: z.number().nullable(),
  })
  .meta({ id: 'ChangedList' })

/** What came of saving a paper to a list or taking it off. */
export const savedAnswer = z
  .object({
    list: z.object({ id: z.string(), name: z.string() }),
    saved: z.boolean(),
    changed: z.boolean(),
  })
  .meta({ id: 'Saved' })
