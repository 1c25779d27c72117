import type { z } from 'zod'

/** What the description of the API says of a route. */
export type RouteDescription = {
  /** One sentence: what it does, or answers. */
  says: string
  /** Of a good answer; null where it is a redirect to a page. */
  answer: z.ZodType | null
  /** Of good answers; 200, or 303 of a redirect, when not given. */
  status?: GoodStatus | readonly GoodStatus[]
}

type GoodStatus = 200 | 201 | 202

export const apiMethods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const
export type ApiMethod = (typeof apiMethods)[number]

/** A route with all that its door knows of it. */
export type ApiRoute = {
  /** As in /api/papers/{id}. */
  path: string
  method: ApiMethod
  told: RouteDescription
  who: 'anyone' | 'member' | 'moderator' | 'admin'
  /** What a token must allow. */
  scope: 'read' | 'write'
  body: z.ZodType | null
  query: z.ZodType | null
  /** How often one may, by person or, without a token, by network. */
  limit: { name: string; points: number; seconds: number }
}
