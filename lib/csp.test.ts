import { expect, test } from 'vitest'
import { contentSecurityPolicy, hashSource, nonceOf, nonceSource, trustByHash } from '@/lib/csp'

const nonce = 'q0W3rTyU+OpA/DfGhJkLzA=='

test('never lets scripts run inline at large', () => {
  const policy = contentSecurityPolicy({ scripts: [nonceSource(nonce)] })
  const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'))
  expect(scripts).toBe(`script-src 'self' 'nonce-${nonce}'`)
  expect(policy).toContain("object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
})

test('lets a form lead to the sites one can sign in by', () => {
  expect(contentSecurityPolicy({ scripts: [], forms: ['https://orcid.org'] })).toContain(
    "form-action 'self' https://orcid.org",
  )
})

test('hashes as browsers do', () => {
  // The example of the CSP specification, section 5.3.
  expect(hashSource('doSomething();')).toBe("'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='")
})

test('the nonce of a policy is read back out of it', () => {
  expect(nonceOf(contentSecurityPolicy({ scripts: [nonceSource(nonce)] }))).toBe(nonce)
  expect(nonceOf(contentSecurityPolicy({ scripts: [] }))).toBeUndefined()
  expect(nonceOf(null)).toBeUndefined()
})

test('a finished page trusts its own scripts by hash and has no nonce left', () => {
  const page = `<script nonce="${nonce}">a()</script><script src="/x.js" async="" nonce="${nonce}"></script><script nonce="${nonce}">b("\\"nonce\\":\\"${nonce}\\"")</script>`
  const { html, scripts } = trustByHash(page, nonce)
  expect(html).toBe(
    '<script>a()</script><script src="/x.js" async=""></script><script>b("\\"nonce\\":\\"\\"")</script>',
  )
  expect(scripts).toEqual([hashSource('a()'), hashSource('b("\\"nonce\\":\\"\\"")')])
})

test("a script in Mallory's stored comment is not trusted, however it is written", () => {
  for (const planted of [
    '<script>steal()</script>',
    '<script nonce="guess">steal()</script>',
    '<script x="',
    '<script nonce>steal()</script',
  ]) {
    const { scripts } = trustByHash(`<p>${planted}</p><script nonce="${nonce}">own()</script>`, nonce)
    expect(scripts).toEqual([hashSource('own()')])
  }
})
