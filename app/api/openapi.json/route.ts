import { z } from 'zod'
import { door } from '@/door'

const answer = z.looseObject({ openapi: z.string() }).meta({ id: 'ApiDescription' })

/** What all the routes take and answer, as OpenAPI 3.1. */
export const GET = door(
  { who: 'anyone', limit: 'read', api: { says: 'This description, as OpenAPI 3.1.', answer } },
  async () => {
    // Loaded when it is asked for, as it reads every route, this one too.
    const { readApi } = await import('@/app/api/read-api')
    return readApi()
  },
)
