import { formatDate } from '@/lib/days'

/** Says that the authors have withdrawn it, and why where their note does. */
export function Withdrawn({ at, note }: { at: number; note: string | null }) {
  return (
    <p className="withdrawn">
      <strong>Withdrawn</strong> by its authors {formatDate(at)}
      {note && (
        <>
          : <span dir="auto">{note}</span>
        </>
      )}
    </p>
  )
}
