import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/*
 * Quality and speed of search on real papers. Each corpus is a database of its own under data/, made once, because
 * embedding takes an hour or so; and each has a process of its own, because a process has one database.
 * The weights of the ranking were found on the first two sets of queries. Those of search-queries-unseen.tsv were written
 * afterwards, for papers drawn by chance: they say what is reached on queries that nobody has tuned for, which they stop
 * saying once anything is chosen by them.
 */

const data = resolve(process.env.DATA_DIR ?? '../shared/data')
const folder = resolve('data', 'bench-search')
const corpora = [
  { part: 'quality', papers: 'hf-daily-papers.jsonl.gz', database: 'daily.db' },
  { part: 'times', papers: 'hf-daily-papers.jsonl.gz', database: 'daily.db' },
  { part: 'times', papers: 'arxiv-100k.jsonl.gz', database: 'arxiv.db' },
]

const missing = corpora.map(({ papers }) => join(data, papers)).find((file) => !existsSync(file))
if (missing) console.log(`Nothing measured: there is no ${missing}. DATA_DIR names the folder of the papers.`)
else {
  mkdirSync(folder, { recursive: true })
  for (const { part, papers, database } of corpora) {
    const file = join(folder, database)
    const ran = spawnSync(
      process.execPath,
      ['scripts/with-setup.mjs', 'bench/search-part.ts', part, join(data, papers)],
      {
        stdio: 'inherit',
        env: { ...process.env, DATABASE_URL: `file:${file}`, SAMPLE: 'off', SEARCH: 'meaning', EMBED_URL: '' },
      },
    )
    if (ran.status !== 0) process.exit(ran.status ?? 1)
  }
}
