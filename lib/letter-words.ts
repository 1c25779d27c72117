import { formatClock } from '@/lib/hours'
import type { LetterTime } from '@/lib/letter-choices'
import type { ChoicesChange } from '@/lib/subscription-schema'

/** What the form calls each choice. */
export const choiceNames: Record<keyof ChoicesChange, string> = {
  frequency: 'How often',
  hour: 'Hour',
  timezone: 'Time zone',
  papers: 'Papers at most',
  minUpvotes: 'Least votes',
  categories: 'Categories',
  keywords: 'Keywords',
  authors: 'Authors',
}

/** `daily at 07:00 in Berlin`, `weekly at 07:00 UTC` */
export function timeInWords({ frequency, hour, timezone }: LetterTime): string {
  return `${frequency} at ${formatClock(hour)} ${placeOf(timezone)}`
}

/** `Wednesday, June 3, at 07:00 in Berlin`: when a letter comes (ms), as the reader's clock has it. */
export function momentInWords(at: number, timezone: string): string {
  const date = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: timezone })
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: timezone })
  return `${date.format(at)}, at ${time.format(at)} ${placeOf(timezone)}`
}

/** Zones without a place are called by their name. */
function placeOf(timezone: string): string {
  if (!timezone.includes('/')) return timezone
  const place = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone
  return `in ${placesNow[place] ?? place}`
}

/** Browsers still say these by names that the places no longer go by. */
const placesNow: Record<string, string> = {
  Calcutta: 'Kolkata',
  Dacca: 'Dhaka',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
}
