/** What those who moderate can do, and where it is written down. */
export function Moderation() {
  return (
    <p>
      Moderators can hide a comment, with a reason that stands in its place, and take a paper off its day; it keeps its
      page, its votes and its talk. They cannot change votes or the order. All they do is in the{' '}
      <a className="link" href="/moderation">
        moderation log
      </a>
      .
    </p>
  )
}
