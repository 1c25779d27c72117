type Props = {
  /** What it is the end of, as its readers call it: `Tuesday`, `December`. */
  name: string
  /** It is not over: papers may still come. */
  isOpen?: boolean
  /** When the next papers come, where this is the day that they come after: `01:00 UTC`. */
  nextAt?: string | null
  /** The list before it, and what a link to that reads after "Read": `Monday’s`. */
  before: { href: string; name: string } | null
}

/** The end of a list, which says so. */
export function EnoughLine({ name, isOpen, nextAt, before }: Props) {
  return (
    <p className="enough">
      {isOpen ? `That is ${name} so far. ` : `That was ${name}. `}
      {nextAt && `The next papers come at ${nextAt}. `}
      {before && (
        <a className="link" href={before.href}>
          Read {before.name}
        </a>
      )}
    </p>
  )
}
