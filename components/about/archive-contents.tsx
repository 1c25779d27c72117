import { ArchiveTable } from '@/components/about/archive-table'
import type { Manifest } from '@/lib/archive-manifest'
import { formatDate } from '@/lib/days'
import { formatMinute } from '@/lib/hours'
import { bytesInWords } from '@/lib/text'

/** The newest archive: its files, how to get them and how to tell that they arrived whole. */
export function ArchiveContents({ archive, siteUrl }: { archive: Manifest; siteUrl: string }) {
  const madeAt = Date.parse(archive.madeAt)
  const bytes = archive.files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <>
      <h2 id="files">The files</h2>
      <p>
        Made{' '}
        <time dateTime={archive.madeAt}>
          {formatDate(madeAt)}, {formatMinute(madeAt)} UTC
        </time>
        , {bytesInWords(bytes)} in all. Each file is JSON Lines, packed by gzip.
      </p>
      <ArchiveTable files={archive.files} />
      <p>
        <a href="/export/manifest.json">manifest.json</a> says all this to programs, with a JSON Schema of each file’s
        lines. <a href={`/export/${archive.document.path}`}>data.md</a> says what every field means, and how the order
        of a day and the trending list are computed from the files, with a program that does it.
      </p>
      <h2 id="download">Download</h2>
      <pre>
        <code>{downloading(siteUrl)}</code>
      </pre>
      <p>
        These files stay as they are until the archive after the next one is there. At{' '}
        <code>/export/papers.jsonl.gz</code> and so on are always the newest.
      </p>
      <h2 id="sums">Check what arrived</h2>
      <pre>
        <code>{checking}</code>
      </pre>
      <p>SHA-256 of each file, packed as it is:</p>
      <dl className="details sums">
        {archive.files.map(({ name, sha256 }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{sha256}</dd>
          </div>
        ))}
      </dl>
      <h2 id="licence">Whose it is</h2>
      <p>{archive.licence}</p>
    </>
  )
}

function downloading(siteUrl: string): string {
  return [
    `curl -sO ${siteUrl}/export/manifest.json`,
    "jq -r '.files[].path' manifest.json \\",
    `  | xargs -I{} curl -sO ${siteUrl}/export/{}`,
    "zcat papers.jsonl.gz | jq -r '[.upvotes, .id, .title] | @tsv' | sort -rn | head",
  ].join('\n')
}

const checking = 'jq -r \'.files[] | .sha256 + "  " + .name\' manifest.json | sha256sum -c'
