/** Says of made-up votes and talk that they are, and how they go away. */
export function SampleNote({ papers }: { papers: readonly { isSample: boolean }[] }) {
  if (!papers.some(({ isSample }) => isSample)) return null
  return (
    <p className="sample">
      This is a sample: real papers, made-up votes and talk.{' '}
      <span className="way">
        <code>npm run sample -- --remove</code> takes it away.
      </span>
    </p>
  )
}
