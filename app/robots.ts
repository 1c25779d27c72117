import type { MetadataRoute } from 'next'
import { env } from '@/env'

export const dynamic = 'force-dynamic' // the address is a setting, and not known when the site is built

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/', '/api/openapi.json'],
      disallow: ['/api/', '/mcp', '/markdown/', '/settings', '/signin', '/signup', '/claim', '/recover'],
    },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
