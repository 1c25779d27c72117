import { rendered } from '@/components/rendered'
import { paperPath } from '@/lib/paper-id'
import { markFound } from '@/lib/search-marks'
import { renderTitle } from '@/lib/tex'

type Props = {
  id: string
  title: string
  as?: 'h2' | 'h3'
  /** Terms to mark in it. */
  found?: ReadonlySet<string>
}

/** A paper's title as the link to its page. */
export function PaperHeading({ id, title, as: Heading = 'h2', found }: Props) {
  const html = renderTitle(title)
  return (
    <Heading dir="auto">
      <a href={paperPath(id)} {...rendered(found ? markFound(html, found) : html)} />
    </Heading>
  )
}
