import { EmptyList } from '@/components/empty-list'
import { env } from '@/env'
import { formatDay } from '@/lib/days'
import { poolPath } from '@/lib/pool-address'

type Props = {
  category: string | null
  nearest: string | null
  /** Nothing was ever announced here. */
  isEmpty: boolean
  /** The day itself, where other categories have papers on it. */
  others: string | null
}

/** A day on which nothing new was announced: why that is, and where something was. */
export function EmptyPool({ category, nearest, isEmpty, others }: Props) {
  if (isEmpty) {
    return (
      <EmptyList heading="Nothing new has come in yet." meanwhile={null}>
        {env.INGEST_CATEGORIES.length > 0 ? (
          <p>Papers of {env.INGEST_CATEGORIES.join(', ')} come in when arXiv announces them, on working days.</p>
        ) : (
          <p>Once whoever runs the site has chosen categories of arXiv, their new papers come in each day.</p>
        )}
      </EmptyList>
    )
  }
  if (category && others) {
    return (
      <EmptyList heading={`Nothing new in ${category} on that day.`} meanwhile={null}>
        <p>
          <a className="link" href={poolPath(null, others)}>
            What came in other categories
          </a>
        </p>
      </EmptyList>
    )
  }
  return (
    <EmptyList
      heading={category ? `Nothing new in ${category} on that day.` : 'Nothing new on that day.'}
      meanwhile={null}
    >
      <p>
        arXiv announces papers on working days.{' '}
        {nearest && (
          <a className="link" href={poolPath(category, nearest)}>
            {category ? `${category} on` : 'New on'} {formatDay(nearest)}
          </a>
        )}
      </p>
    </EmptyList>
  )
}
