/** `owner/name` of a repository's address on GitHub; null for any other address. */
export function githubRepository(address: string): string | null {
  const [, owner, name] = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/?#]|$)/.exec(address) ?? []
  return owner && name ? `${owner}/${name}` : null
}
