import { routeModules } from '@/app/api/all-routes'
import { guardOf } from '@/door'
import { env } from '@/env'
import { type ApiRoute, apiMethods } from '@/lib/api-route'
import { limits } from '@/lib/limits'
import { type ApiDocument, describeApi } from '@/lib/openapi'
import { version } from '@/package.json'

let kept: ApiDocument | null = null

/** The description of the API, made once of what the routes themselves say. */
export function readApi(): ApiDocument {
  kept ??= describeApi(describedRoutes(), { name: env.SITE_NAME, url: env.SITE_URL, version })
  return kept
}

/**
 * The routes that are told of. What takes no token is for this site's own forms and is left out, and so is a method
 * that only repeats another for forms, which can only POST.
 */
export function describedRoutes(): ApiRoute[] {
  return Object.entries(routeModules).flatMap(([path, module]) =>
    apiMethods.flatMap((method): ApiRoute[] => {
      const handler = module[method]
      if (typeof handler !== 'function' || (method === 'POST' && isRepeated(module))) return []
      const guard = guardOf(handler)
      if (!guard?.api || 'untold' in guard.api || guard.scope === 'session') return []
      const { who, scope, body, query, api } = guard
      const most = limits[guard.limit]
      const limit = { name: guard.limit, ...('person' in most ? most.person : most.network) }
      return [
        { path, method, told: api, who, scope: scope ?? (method === 'GET' ? 'read' : 'write'), body, query, limit },
      ]
    }),
  )
}

/** Whether POST is what PUT, PATCH or DELETE is as well. */
export function isRepeated(module: Readonly<Record<string, unknown>>): boolean {
  return ['PUT', 'PATCH', 'DELETE'].some((method) => module[method] !== undefined && module[method] === module.POST)
}
