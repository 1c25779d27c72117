import { formatDate } from '@/lib/days'

/* Votes are counted by the hour: whole hours since 1970, UTC. */

/** Ms. */
export const hourLength = 3_600_000

/** The hour that a time (ms) falls in. */
export function hourOf(at: number): number {
  return Math.floor(at / hourLength)
}

/** `14:00` */
export function formatClock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`
}

/** `14:07`, the minute of a time (ms), UTC. */
export function formatMinute(at: number): string {
  return new Date(at).toISOString().slice(11, 16)
}

/** `Jun 2, 2026, 14:00` */
export function formatHour(hour: number): string {
  return `${formatDate(hour * hourLength)}, ${formatClock(hour)}`
}
