import { z } from 'zod'
import { at, iso } from '@/lib/api-shapes'

/* Answers for those who run the site. */

export const healthAnswer = z.object({ ok: z.literal(true), newestDay: z.string().nullable() }).meta({ id: 'Health' })

export const jobAnswer = z
  .object({
    name: z.string(),
    every: z.number().meta({ description: 'Ms between the start of one run and the next.' }),
    sooner: z.boolean(),
    state: z.enum(['off', 'running', 'due', 'waiting']),
    off: z.string().nullable(),
    nextAt: at.nullable(),
    startedAt: at.nullable(),
    finishedAt: at.nullable(),
    error: z.string().nullable(),
    failures: z.number(),
    result: z.string().nullable(),
    before: z.object({ at, result: z.string() }).nullable(),
  })
  .meta({ id: 'Job' })

const run = z
  .object({
    id: z.number(),
    name: z.string(),
    startedAt: at,
    finishedAt: at,
    result: z.string().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'JobRun' })

export const jobsAnswer = z.object({ now: at, jobs: z.array(jobAnswer), runs: z.array(run) }).meta({ id: 'Jobs' })

const figures = z.array(z.number())

/** How the site is. */
export const siteAnswer = z
  .object({
    now: at,
    version: z.string(),
    startedAt: at,
    databaseBytes: z.number().nullable(),
    lastChangeAt: at.nullable(),
    papers: z.object({ all: z.number(), listed: z.number(), pool: z.number() }),
    readers: z.object({ pending: z.number(), active: z.number(), left: z.number(), refused: z.number() }),
    outbox: z.object({ waiting: z.number(), sending: z.number(), failed: z.number(), unclear: z.number() }),
    days: z.object({
      days: z.array(z.string()),
      votes: figures,
      papers: figures,
      letters: figures,
      people: figures,
    }),
    jobs: z.array(jobAnswer),
  })
  .meta({ id: 'Site' })

export const releasedAnswer = z.object({ email: z.string(), nextAt: iso }).meta({ id: 'Released' })
