import { arxiv } from '@/outside/arxiv'

/* For tests: npm run job with an arXiv that need not be spared, as it stands on this machine. */

arxiv.pace = 20
await import('@/scripts/job')
