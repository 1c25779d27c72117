import { LetterChoices } from '@/components/letter/choices'
import { SettingsPart } from '@/components/settings/part'
import type { Flash } from '@/lib/flash'
import { momentInWords } from '@/lib/letter-words'
import type { Chosen } from '@/lib/subscription-schema'

type Props = {
  email: string | null
  /** What holds, or would: without a letter the defaults. */
  chosen: Chosen
  isActive: boolean
  /** Letters to the address came back, so they stopped. */
  isRefused: boolean
  nextAt: number | null
  flash: Flash | null
  news: string | false
}

export function LetterPart({ email, chosen, isActive, isRefused, nextAt, flash, news }: Props) {
  if (!email) {
    return (
      <SettingsPart id="letter" title="Letter" hint="none yet" flash={flash} news={news}>
        <p className="alone">The papers come by mail once an address is confirmed under E-mail.</p>
      </SettingsPart>
    )
  }
  return (
    <SettingsPart id="letter" title="Letter" hint={isActive ? `to ${email}` : 'none'} flash={flash} news={news}>
      <form action="/api/settings/letter" method="post">
        <div className="rows">
          <LetterChoices
            part="letter"
            chosen={{ ...chosen, frequency: isActive ? chosen.frequency : 'never' }}
            mayBeNever
            guessesZone={!isActive}
            flash={flash}
          />
        </div>
        {isRefused && <p>Letters to {email} came back, so they stopped. Choose again to try once more.</p>}
        {nextAt !== null && <p>Next on {momentInWords(nextAt, chosen.timezone)}.</p>}
        <p className="next">
          <button type="submit" className="button">
            Keep these
          </button>
          <button
            type="submit"
            className="button plain"
            formAction="/subscription/preview"
            formMethod="get"
            formTarget="_blank"
          >
            Look at the letter
          </button>
        </p>
      </form>
    </SettingsPart>
  )
}
