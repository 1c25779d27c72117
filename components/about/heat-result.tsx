import { Formula } from '@/components/about/formula'
import { rendered } from '@/components/rendered'
import type { Paper } from '@/db/types'
import type { HeatCheck } from '@/lib/heat-check'
import { formatHour } from '@/lib/hours'
import { apiPaperPath, paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'
import { count, plural } from '@/lib/text'

type Props = { paper: Paper; check: HeatCheck | null; halfLife: number }

/** One paper's heat, hour by hour, beside the number that the site keeps. */
export function HeatResult({ paper, check, halfLife }: Props) {
  return (
    <>
      <p className="whence" dir="auto">
        <a href={paperPath(paper.id)} {...rendered(renderTitle(paper.title))} />
      </p>
      {check ? <Steps paper={paper} check={check} halfLife={halfLife} /> : <p>Nobody has voted, so it has no heat.</p>}
    </>
  )
}

function Steps({ paper, check, halfLife }: Props & { check: HeatCheck }) {
  const { rows, earlier, newestHour, sum, heat } = check
  const agrees = paper.heat === heat
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Hour, UTC</th>
            <th scope="col" className="r t">
              t
            </th>
            <th scope="col" className="r">
              Votes
            </th>
            <th scope="col" className="r">
              Weight
            </th>
            <th scope="col" className="r">
              Votes × weight
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, votes, weight, part }) => (
            <Row
              key={hour}
              name={formatHour(hour)}
              numbers={[String(hour), count(votes), short(weight), short(part)]}
            />
          ))}
          {earlier && (
            <Row
              name={plural(earlier.hours, 'earlier hour')}
              numbers={['', count(earlier.votes), '', short(earlier.part)]}
            />
          )}
          <Row name="Sum" numbers={['', count(paper.upvotes), '', short(sum)]} />
        </tbody>
      </table>
      <p>
        A vote weighs 1 in the newest hour, <i>t</i> = {newestHour}, and half of that every {plural(halfLife, 'hour')}{' '}
        before it. Taking that hour out of the sum keeps its numbers small:
      </p>
      <Formula tex={`\\text{heat} = ${newestHour} / ${halfLife} + \\log_2 ${short(sum)}`} />
      <Formula tex={`\\phantom{\\text{heat}} = ${heat}`} />
      <p>
        {agrees ? (
          <>The site keeps {paper.heat} for this paper: the same.</>
        ) : (
          <>The site keeps {paper.heat ?? 'nothing'} for this paper. If votes came in just now, check again.</>
        )}{' '}
        The counts by the hour are at{' '}
        <a className="link" href={`${apiPaperPath(paper.id)}/votes/history`}>
          {apiPaperPath(paper.id)}/votes/history
        </a>
        .
      </p>
    </>
  )
}

function Row({ name, numbers }: { name: string; numbers: [string, string, string, string] }) {
  const [t, votes, weight, part] = numbers
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r t">{t}</td>
      <td className="r">{votes}</td>
      <td className="r">{weight}</td>
      <td className="r">{part}</td>
    </tr>
  )
}

/** Six digits, and an exponent where there would be more noughts than digits. */
function short(n: number): string {
  return n < 1e-3 ? n.toExponential(2) : String(Number(n.toPrecision(6)))
}
