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
  serverExternalPackages: ['@libsql/client', '@node-rs/argon2', 'nodemailer'],
  // Old arXiv ids hold a slash: cs/9809007 travels as the one segment cs~9809007, read back by lib/paper-id.ts.
  async rewrites() {
    const old = ':archive([a-z-]+(?:\\.[A-Z]{2})?)/:number(\\d{7})'
    return {
      beforeFiles: [
        { source: `/papers/${old}`, destination: '/papers/:archive~:number' },
        { source: `/papers/${old}/:rest*`, destination: '/papers/:archive~:number/:rest*' },
        { source: `/api/papers/${old}`, destination: '/api/papers/:archive~:number' },
        { source: `/api/papers/${old}/:rest*`, destination: '/api/papers/:archive~:number/:rest*' },
        { source: `/api/lists/:list/papers/${old}`, destination: '/api/lists/:list/papers/:archive~:number' },
        { source: '/list/:list([\\w-]+).json', destination: '/list/:list/json' },
        { source: '/list/:list([\\w-]+).bib', destination: '/list/:list/bibtex' },
      ],
    }
  },
}
