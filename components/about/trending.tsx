import { Formula } from '@/components/about/formula'
import { plural } from '@/lib/text'

/** How heat is made, and why it needs no clock. */
export function Trending({ halfLife }: { halfLife: number }) {
  return (
    <>
      <p>
        Trending goes by heat, then by id. Every vote warms a paper, and its warmth halves every{' '}
        {plural(halfLife, 'hour')}. With <i>t</i> the time of a vote in hours since 1970, rounded down to the hour, and{' '}
        <i>h</i> the half-life in hours:
      </p>
      <Formula tex={`\\text{heat} = \\log_2 \\sum_{\\text{votes}} 2^{t/h}, \\qquad h = ${halfLife}`} />
      <p>
        Time alone changes no place: all papers cool alike. The order changes only when somebody votes or takes a vote
        back. One more in the heat means twice as warm; a paper of the same votes, <i>h</i> hours later, stands one
        higher.
      </p>
    </>
  )
}
