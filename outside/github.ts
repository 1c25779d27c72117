import { z } from 'zod'
import { env } from '@/env'
import { ask, forJob, Outside, type Patience, type Service } from '@/outside/polite'

const github: Service = { name: 'GitHub', turn: 'github.com', pace: 100, hosts: /(?:^|\.)github\.com$/ }

/**
 * Stars of a repository, owner/name.
 * @returns null when there is no such repository, or none that everybody may see
 * @throws Outside; 'busy' when the token has asked too often
 */
export async function fetchStars(
  repository: string,
  { patience = forJob, signal }: { patience?: Patience; signal?: AbortSignal } = {},
): Promise<number | null> {
  const path = repository.split('/').map(encodeURIComponent).join('/')
  const headers = {
    Accept: 'application/vnd.github+json',
    'X-GitHub-Api-Version': '2022-11-28',
    ...(env.GITHUB_TOKEN && { Authorization: `Bearer ${env.GITHUB_TOKEN}` }),
  }
  try {
    // What was taken down for its licence answers 451, what breaks GitHub's terms 403.
    const asked = { service: github, patience, read, reads: [403, 451], headers, signal }
    return await ask(`${env.GITHUB_API_URL}/repos/${path}`, asked)
  } catch (error) {
    if (error instanceof Outside && error.kind === 'missing') return null
    throw error
  }
}

const repositorySchema = z.union([
  z.object({ stargazers_count: z.int().min(0) }).transform((repository) => repository.stargazers_count),
  z.object({ block: z.unknown() }).transform(() => null),
])

function read(text: string): number | null {
  return repositorySchema.parse(JSON.parse(text))
}
