import type { ReactNode } from 'react'
import { OwnTimeZone } from '@/components/letter/own-time-zone'
import { SettingsRow, SettingsText } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'
import { formatClock } from '@/lib/hours'
import type { Chosen } from '@/lib/subscription-schema'

type Props = {
  /** Tells the fields of several forms apart. */
  part: string
  chosen: Omit<Chosen, 'frequency'> & { frequency: Chosen['frequency'] | 'never' }
  /** A member may also choose none. */
  mayBeNever?: boolean
  /** Nobody chose the time zone yet: the browser knows a better one. */
  guessesZone?: boolean
  flash: Flash | null
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** The rows in which a reader chooses when the letter comes and what is in it. */
export function LetterChoices({ part, chosen, mayBeNever = false, guessesZone = false, flash: given }: Props) {
  const flash = given && { ...given, fields: byField(given.fields) }
  const typed = (name: string, kept: string | number) => flash?.values[name] ?? String(kept)
  const frequency = typed('frequency', chosen.frequency)
  const timezone = typed('timezone', chosen.timezone)
  const zoneId = `${part}-timezone`
  return (
    <>
      <div role="radiogroup" aria-labelledby={`${part}-often`}>
        <span id={`${part}-often`}>How often</span>
        <div className="choice">
          <Often value="daily" chosen={frequency}>
            Daily
          </Often>
          <Often value="weekly" chosen={frequency}>
            Weekly
          </Often>
          {mayBeNever && (
            <Often value="never" chosen={frequency}>
              Never
            </Often>
          )}
        </div>
      </div>
      <div>
        <label htmlFor={`${part}-hour`}>At</label>
        <div>
          <div className="pair">
            <select className="field fit" id={`${part}-hour`} name="hour" defaultValue={typed('hour', chosen.hour)}>
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {formatClock(hour)}
                </option>
              ))}
            </select>
            <select
              className="field fit"
              id={zoneId}
              name="timezone"
              aria-label="Time zone"
              defaultValue={timezone}
              {...invalid(flash, 'timezone', part)}
            >
              {zonesWith(timezone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          </div>
          {guessesZone && !flash && <OwnTimeZone of={zoneId} />}
          <Wrong flash={flash} name="hour" part={part} />
          <Wrong flash={flash} name="timezone" part={part} />
        </div>
      </div>
      <div>
        <label htmlFor={`${part}-papers`}>Papers</label>
        <div>
          <div className="pair">
            <span>at most</span>
            <input
              className="field fit"
              id={`${part}-papers`}
              name="papers"
              type="number"
              min={1}
              max={50}
              required
              aria-label="Papers at most"
              defaultValue={typed('papers', chosen.papers)}
              {...invalid(flash, 'papers', part)}
            />
            <span>with</span>
            <input
              className="field fit"
              name="minUpvotes"
              type="number"
              min={0}
              max={1000}
              required
              aria-label="Least votes"
              defaultValue={typed('minUpvotes', chosen.minUpvotes)}
              {...invalid(flash, 'minUpvotes', part)}
            />
            <span>or more votes</span>
          </div>
          <Wrong flash={flash} name="papers" part={part} />
          <Wrong flash={flash} name="minUpvotes" part={part} />
        </div>
      </div>
      <SettingsRow
        part={part}
        name="categories"
        label="Categories"
        flash={flash}
        defaultValue={chosen.categories.join(', ')}
        placeholder="cs.LG, stat.ML"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SettingsText
        part={part}
        name="keywords"
        label="Keywords"
        flash={flash}
        defaultValue={chosen.keywords.join('\n')}
        hint="Words or phrases, one a line."
        rows={2}
      />
      <SettingsText
        part={part}
        name="authors"
        label="Authors"
        flash={flash}
        defaultValue={chosen.authors.join('\n')}
        hint="One a line. A paper comes when it is of a category, has a keyword or is by an author. All three empty: every paper may come."
        rows={2}
      />
    </>
  )
}

function Often({ value, chosen, children }: { value: string; chosen: string; children: ReactNode }) {
  return (
    <label>
      <input type="radio" name="frequency" value={value} defaultChecked={value === chosen} /> {children}
    </label>
  )
}

type About = { flash: Flash | null; name: string; part: string }

function Wrong({ flash, name, part }: About) {
  const wrong = flash?.fields[name]
  return wrong ? (
    <p className="refused" id={`${part}-${name}-wrong`}>
      {wrong}
    </p>
  ) : null
}

function invalid(flash: Flash | null, name: string, part: string) {
  return flash?.fields[name] ? { 'aria-invalid': true, 'aria-describedby': `${part}-${name}-wrong` } : {}
}

/** What is wrong with one word of a list is said beneath the list: 'keywords.3' is of 'keywords'. */
function byField(fields: Flash['fields']): Flash['fields'] {
  const all: Flash['fields'] = {}
  for (const [name, wrong] of Object.entries(fields)) all[name.split('.')[0] ?? name] ??= wrong
  return all
}

/** All zones by name; one that goes by another name than the system's comes first. */
function zonesWith(chosen: string): string[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return known.includes(chosen) ? known : [chosen, ...known]
}
