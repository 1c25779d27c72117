import { parseArgs } from 'node:util'
import { migrate } from '@/db/migrate'
import { loadSample, removeSample } from '@/db/sample'
import { plural } from '@/lib/text'
import { complain, runMain } from '@/scripts/run-main'

const usage = `npm run sample -- --load | --remove

  --load     put the bundled sample into an empty database
  --remove   take it away again: its papers, and its members with their votes and comments. Papers that people of
             this site voted for or wrote under stay, as do those that a real row took over.`

await runMain(main)

/** @returns the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly */
async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === 'help') {
    console.log(usage)
    return 0
  }
  if (!asked) return complain(2, usage)
  await migrate()
  return asked === 'load' ? load() : remove()
}

async function load(): Promise<number> {
  const loaded = await loadSample(Date.now(), { again: true })
  if (!loaded.ok) return complain(1, 'There are papers already: the sample goes into an empty database only.')
  const { papers, days, members, votes, comments } = loaded
  console.log(
    `Loaded the sample: ${plural(papers, 'paper')} on ${plural(days.length, 'day')}, ${plural(members, 'member')}, ` +
      `${plural(votes, 'vote')}, ${plural(comments, 'comment')}.`,
  )
  return 0
}

async function remove(): Promise<number> {
  const { papers, kept, members, votes, comments } = await removeSample(Date.now())
  if (papers + members === 0) console.log('There was no sample here.')
  else
    console.log(
      `Removed the sample: ${plural(papers, 'paper')}, ${plural(members, 'member')}, ${plural(votes, 'vote')}, ` +
        `${plural(comments, 'comment')}.`,
    )
  if (kept > 0) console.log(`${plural(kept, 'paper')} of it stay: people of this site voted or wrote there.`)
  return 0
}

function readArguments(): 'load' | 'remove' | 'help' | null {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values } = parseArgs({ options: { load: flag, remove: flag, help: { ...flag, short: 'h' } } })
    if (values.help) return 'help'
    if (values.load === values.remove) return null
    return values.load ? 'load' : 'remove'
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
