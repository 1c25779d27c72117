import { dirname, join } from 'node:path'
import { ensureCorpus } from '@/bench/search-corpus'
import { measureQuality } from '@/bench/search-quality'
import { measureTimes } from '@/bench/search-times'
import { runMain } from '@/scripts/run-main'

await runMain(async () => {
  const [, , part, papers = ''] = process.argv
  const isDaily = papers.includes('daily')
  await ensureCorpus(papers, isDaily ? 'embed' : 'borrow')
  if (part === 'times') await measureTimes()
  else
    await measureQuality({
      paraphrased: join(dirname(papers), 'search-queries.tsv'),
      'paraphrased, bench/': 'bench/search-queries.tsv',
      'paraphrased, unseen': 'bench/search-queries-unseen.tsv',
    })
  return 0
})
// The thread of the model would keep what it is asked for alive.
process.exit()
