import { rendered } from '@/components/rendered'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'

/** A paper's title as the link to its page. */
export function PaperHeading({ id, title, as: Heading = 'h2' }: { id: string; title: string; as?: 'h2' | 'h3' }) {
  return (
    <Heading dir="auto">
      <a href={paperPath(id)} {...rendered(renderTitle(title))} />
    </Heading>
  )
}
