import type { Manifest } from '@/lib/archive-manifest'
import { bytesInWords, count } from '@/lib/text'

/** The files of an archive, each with what it holds and how large it is. */
export function ArchiveTable({ files }: Pick<Manifest, 'files'>) {
  return (
    <table className="archive">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it holds</th>
          <th scope="col" className="r">
            Lines
          </th>
          <th scope="col" className="r">
            Size
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, path, holds, lines, bytes }) => (
          <tr key={name}>
            <th scope="row">
              <a href={`/export/${path}`}>
                {name.slice(0, name.indexOf('.'))}
                <wbr />
                {name.slice(name.indexOf('.'))}
              </a>
            </th>
            <td>{holds}</td>
            <td className="r">{count(lines)}</td>
            <td className="r">{bytesInWords(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
