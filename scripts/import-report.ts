import { appendFileSync, writeFileSync } from 'node:fs'
import type { Imported } from '@/db/import'
import type { RowIssue } from '@/lib/import-row'
import { plural } from '@/lib/text'
import type { Source, Unreadable } from '@/scripts/import-source'

const shownAtMost = 20
const nothing = { rows: 0, added: 0, updated: 0, unchanged: 0, refused: 0, repeated: 0, dropped: 0 }

/** Says how an import goes: progress and refusals on standard error, what it came to on standard output. */
export class Report {
  private readonly totals = { ...nothing }
  private file = { name: '', size: null as number | null, bytes: 0, began: 0, ...nothing }
  private files = 0
  private faults = 0
  private complaints = 0
  private shownAt = 0
  private readonly isTerminal = process.stderr.isTTY === true

  /** @param errors the file that gets every complaint; it is emptied first */
  constructor(private readonly errors: string | null) {
    if (errors !== null) writeFileSync(errors, '')
  }

  begin({ name, size }: Source) {
    this.files++
    this.shownAt = Number.NEGATIVE_INFINITY
    this.file = { name, size, bytes: 0, began: performance.now(), ...nothing }
  }

  bytes(count: number) {
    this.file.bytes += count
  }

  imported({ added, updated, unchanged }: Imported) {
    this.count('added', added)
    this.count('updated', updated)
    this.count('unchanged', unchanged)
    this.count('rows', added + updated + unchanged)
    this.progress()
  }

  repeated() {
    this.count('repeated', 1)
    this.count('rows', 1)
  }

  refused(line: number, issues: readonly RowIssue[]) {
    this.count('refused', 1)
    this.count('rows', 1)
    for (const issue of issues) this.complain(line, issue, 'refused')
  }

  dropped(line: number, issues: readonly RowIssue[]) {
    this.count('dropped', issues.length)
    for (const issue of issues) this.complain(line, issue, 'left out')
  }

  fault(name: string, { message }: Unreadable) {
    this.faults++
    this.say(`${name}: ${message}`)
  }

  endFile() {
    if (this.isTerminal) process.stderr.write('\r\u001b[K')
    const { name, began } = this.file
    console.log(`${name}: ${summary(this.file, began)}`)
  }

  /** @returns the exit code */
  end(): number {
    const hidden = this.complaints - shownAtMost
    if (hidden > 0)
      this.say(`… and ${hidden.toLocaleString('en')} more${this.errors ? '' : ' (--errors FILE writes all)'}`)
    if (this.files > 1) console.log(`together: ${summary(this.totals)}`)
    if (this.faults > 0) return 2
    return this.totals.refused > 0 ? 1 : 0
  }

  private count(what: keyof typeof nothing, by: number) {
    this.file[what] += by
    this.totals[what] += by
  }

  private complain(line: number, { field, reason }: RowIssue, what: 'refused' | 'left out') {
    const { name } = this.file
    this.complaints++
    if (this.complaints <= shownAtMost) this.say(`${name}:${line}: ${what}: ${field ? `${field}: ` : ''}${reason}`)
    if (this.errors !== null)
      appendFileSync(this.errors, `${JSON.stringify({ file: name, line, field, reason, row: what })}\n`)
  }

  private progress() {
    const now = performance.now()
    if (now - this.shownAt < (this.isTerminal ? 200 : 2000)) return
    this.shownAt = now
    const { name, size, bytes, began, rows } = this.file
    const seconds = (now - began) / 1000
    const part = size ? Math.min(1, bytes / size) : null
    const words = [`${name}: ${plural(rows, 'row')}`, `${Math.round(rows / seconds).toLocaleString('en')} a second`]
    if (part) words.push(`${Math.floor(part * 100)}%`, `${time((seconds * (1 - part)) / part)} left`)
    process.stderr.write(this.isTerminal ? `\r${words.join(', ')}\u001b[K` : `${words.join(', ')}\n`)
  }

  private say(text: string) {
    process.stderr.write(this.isTerminal ? `\r\u001b[K${text}\n` : `${text}\n`)
  }
}

function summary(count: typeof nothing, began?: number): string {
  const words = (['new', 'updated', 'unchanged', 'refused'] as const).map((word) => {
    const n = count[word === 'new' ? 'added' : word]
    return `${n.toLocaleString('en')} ${word}`
  })
  if (count.repeated > 0) words.push(`${plural(count.repeated, 'row')} made old by a later one`)
  if (count.dropped > 0) words.push(`${plural(count.dropped, 'field')} left out`)
  const seconds = began === undefined ? '' : ` (${time((performance.now() - began) / 1000)})`
  return `${plural(count.rows, 'row')}: ${words.join(', ')}${seconds}`
}

function time(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
