import { rendered } from '@/components/rendered'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'

/** A paper's title as the link to its page. */
export function PaperHeading({ id, title }: { id: string; title: string }) {
  return (
    <h2 dir="auto">
      <a href={paperPath(id)} {...rendered(renderTitle(title))} />
    </h2>
  )
}
