/** @type {import('next').NextConfig} */
export default {
  // A second build folder lets tests and development run beside a serving build.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Metadata belongs in the head of the one HTML that everybody gets, not streamed into its body.
  htmlLimitedBots: /.*/,
  // The page cache in front compresses once per page; Next would do it once per request.
  compress: false,
  poweredByHeader: false,
  // npm test checks the types of everything; a build need not, and a test that does not fit must not stop a site.
  typescript: { ignoreBuildErrors: true },
  // Only the page cache keeps pages.
  expireTime: 0,
  serverExternalPackages: [
    ...['@libsql/client', '@node-rs/argon2', 'nodemailer'],
    // It reads files of its own package, and is loaded by the first citation.
    ...['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-ris'],
  ],
  // Old arXiv ids hold a slash: cs/9809007 travels as the one segment cs~9809007, read back by lib/paper-id.ts.
  async rewrites() {
    const old = ':archive([a-z-]+(?:\\.[A-Z]{2})?)/:number(\\d{7})'
    const citations = '(bib|ris|csl\\.json)'
    return {
      beforeFiles: [
        // No paper is called cite or search.
        { source: `/papers/cite.:format${citations}`, destination: '/papers/cite/:format' },
        { source: `/papers/search.:format${citations}`, destination: '/papers/search/cite/:format' },
        { source: `/papers/:id([^/]+).:format${citations}`, destination: '/papers/:id/cite/:format' },
        {
          source: `/papers/:archive([a-z-]+(?:\\.[A-Z]{2})?)/:number(\\d{7}(?:v\\d+)?).:format${citations}`,
          destination: '/papers/:archive~:number/cite/:format',
        },
        // Pages as Markdown; the server leads who prefers it to the same addresses (lib/markdown-address.ts).
        { source: '/papers.md', destination: '/markdown/papers' },
        { source: '/papers/:id([^/]+).md', destination: '/markdown/papers/:id' },
        {
          source: '/papers/:archive([a-z-]+(?:\\.[A-Z]{2})?)/:number(\\d{7}(?:v\\d+)?).md',
          destination: '/markdown/papers/:archive~:number',
        },
        { source: '/papers/:of(date|week|month)/:value([\\w-]+).md', destination: '/markdown/papers/:of/:value' },
        { source: '/new.md', destination: '/markdown/new' },
        { source: '/new/:category([\\w.-]+).md', destination: '/markdown/new/:category' },
        { source: '/new/:category([\\w.-]+)/:day([\\d-]+).md', destination: '/markdown/new/:category/:day' },
        { source: `/papers/${old}`, destination: '/papers/:archive~:number' },
        { source: `/papers/${old}/:rest*`, destination: '/papers/:archive~:number/:rest*' },
        { source: `/api/papers/${old}`, destination: '/api/papers/:archive~:number' },
        { source: `/api/papers/${old}/:rest*`, destination: '/api/papers/:archive~:number/:rest*' },
        { source: `/api/lists/:list/papers/${old}`, destination: '/api/lists/:list/papers/:archive~:number' },
        { source: '/list/:list([\\w-]+).json', destination: '/list/:list/json' },
        { source: `/list/:list([\\w-]+).:format${citations}`, destination: '/list/:list/cite/:format' },
        { source: '/list/:list([\\w-]+)/bibtex', destination: '/list/:list/cite/bib' },
      ],
    }
  },
}
