import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBeside } from '@/bench/beside'
import { fillDatabase } from '@/bench/filled-site'
import type { SendOrder, SendReport } from '@/bench/send-letters'
import { milliseconds, perSecond, type Row } from '@/bench/table'
import { dayStart } from '@/lib/days'

type Wanted = { folder: string; readers: number; today: string; signal: AbortSignal }

/** Letters to many readers who are due at once, through a mail server beside: how fast, and in how much memory. */
export async function letters({ folder, readers, today, signal }: Wanted): Promise<Row[]> {
  const own = join(folder, 'letters')
  mkdirSync(own)
  const databaseUrl = await fillDatabase(own, { papers: 500, today, signal })
  const post = startBeside<null, number>('./post.ts')
  try {
    const smtpUrl = `smtp://127.0.0.1:${await post.ask(null)}`
    const order = { smtpUrl, databaseUrl, readers, now: dayStart(today) + 7 * 3_600_000 }
    const alone = await sendOnce({ ...order, by: 'nodemailer' })
    const site = await sendOnce({ ...order, by: 'site' })
    const many = readers.toLocaleString('en')
    const megabytes = ({ memory }: SendReport) => `${Math.round(memory)} MB`
    return [
      {
        ...{ what: `letters to ${many} readers`, figure: perSecond(site.perSecond) },
        ...{ beside: `nodemailer alone ${perSecond(alone.perSecond)}`, ratio: site.perSecond / alone.perSecond },
        ...{ target: '', reached: null },
      },
      {
        ...{ what: 'memory of sending them, at most', figure: megabytes(site) },
        ...{ beside: `nodemailer alone ${megabytes(alone)}`, ratio: site.memory / alone.memory },
        ...{ target: '', reached: null },
      },
      {
        ...{ what: `letters of ${many} readers made`, figure: milliseconds(site.made) },
        ...{ beside: `a write beside waited ${milliseconds(site.waited)} at most`, ratio: null },
        ...{ target: '', reached: null },
      },
    ]
  } finally {
    await post.stop()
  }
}

/** In a process of its own, so that its memory is its own. */
async function sendOnce(order: SendOrder): Promise<SendReport> {
  const sender = startBeside<SendOrder, SendReport>('./send-letters.ts')
  try {
    return await sender.ask(order)
  } finally {
    await sender.stop()
  }
}
