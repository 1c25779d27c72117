import { plural } from '@/lib/text'

/* How jobs are spoken of: how often, for how long. Lengths are ms. */

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]

/** `every minute`, `every 2 hours`, `daily`, `weekly` */
export function everyInWords(every: number): string {
  if (every === day) return 'daily'
  if (every === 7 * day) return 'weekly'
  const [unit, name] = (
    [
      [day, 'day'],
      [hour, 'hour'],
      [minute, 'minute'],
    ] as const
  ).find(([length]) => every >= length && every % length === 0) ?? [second, 'second']
  const n = Math.round(every / unit)
  return n <= 1 ? `every ${name}` : `every ${n} ${name}s`
}

/** `0.4 s`, `48 s`, `1 min 12 s`, `2 h 5 min`, `3 days`: two units at most. */
export function lengthInWords(length: number): string {
  const seconds = Math.max(0, length) / second
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (Math.round(seconds) < 60) return `${Math.round(seconds)} s`
  const minutes = Math.floor(Math.round(seconds) / 60)
  if (minutes < 60) return pair(minutes, 'min', Math.round(seconds) % 60, 's')
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
  return plural(Math.floor(minutes / (24 * 60)), 'day')
}

function pair(n: number, unit: string, rest: number, smaller: string): string {
  return rest === 0 ? `${n} ${unit}` : `${n} ${unit} ${rest} ${smaller}`
}
