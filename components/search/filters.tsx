import type { ComponentProps } from 'react'
import type { AskedSearch } from '@/lib/search-asked'
import { count, plural } from '@/lib/text'

type Props = {
  asked: AskedSearch
  /** The form that the fields belong to: that of the box. */
  form: string
  /** Offered while somebody types a category. */
  categories: readonly { id: string; name: string }[]
}

const leastVotes = [1, 3, 10, 30, 100]

/** The filters beside the box, in one line of words with a field in each place that can be changed. */
export function SearchFilterFields({ asked: { filters, sort, isVerbatim }, form, categories }: Props) {
  const { from, until, category, author, votes, hasCode } = filters
  const chosen = [from, until, category, author, votes, hasCode].filter(Boolean).length
  const steps = votes === null || leastVotes.includes(votes) ? leastVotes : [...leastVotes, votes].sort((a, b) => a - b)
  return (
    <details className="narrowing">
      <summary className="hung">Narrow the results{chosen > 0 && <span> {plural(chosen, 'filter')} set</span>}</summary>
      <fieldset className="sieve hung">
        <legend className="hidden">Filters</legend>
        <Typed
          word="since"
          aria-label="since, published"
          value={from}
          form={form}
          name="from"
          placeholder="any time"
          {...time}
        />
        <Typed
          word="until"
          aria-label="until, published"
          value={until}
          form={form}
          name="until"
          placeholder="today"
          {...time}
        />
        <Typed
          word="in"
          aria-label="in category"
          value={category}
          form={form}
          name="cat"
          placeholder="any category"
          size={11}
          list="categories"
          autoCapitalize="off"
        />
        <datalist id="categories">
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </datalist>
        <Typed
          word="by"
          aria-label="by author"
          value={author}
          form={form}
          name="author"
          placeholder="anyone"
          size={10}
        />
        <label>
          with
          <select
            form={form}
            name="votes"
            aria-label="with upvotes"
            className={votes ? 'set' : undefined}
            defaultValue={votes || ''}
          >
            <option value="">any upvotes</option>
            {steps.map((step) => (
              <option key={step} value={step}>
                {step === 1 ? 'an upvote' : `${count(step)} or more upvotes`}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input form={form} type="checkbox" name="code" value="1" defaultChecked={hasCode} />
          has code
        </label>
        {sort !== 'relevance' && <input form={form} type="hidden" name="sort" value={sort} />}
        {isVerbatim && <input form={form} type="hidden" name="verbatim" value="1" />}
        <button form={form} type="submit">
          Narrow
        </button>
      </fieldset>
    </details>
  )
}

// What else is typed gets a note.
const time = { size: 8, title: 'A year, a month or a day: 2025, 2025-12 or 2025-12-31', autoComplete: 'off' }

type TypedProps = { word: string; value: string | null } & Omit<ComponentProps<'input'>, 'value'>

/** A field for text, with the word that stands before it. */
function Typed({ word, value, ...field }: TypedProps) {
  return (
    <label>
      {word}
      <input {...field} className={value ? 'set' : undefined} defaultValue={value ?? ''} spellCheck={false} />
    </label>
  )
}
