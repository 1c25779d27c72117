import { LetterChoices } from '@/components/letter/choices'
import { KeepChoices } from '@/components/letter/keep-choices'
import { SettingsPart } from '@/components/settings/part'
import type { Flash } from '@/lib/flash'
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
        <KeepChoices nextAt={nextAt} timezone={chosen.timezone} />
      </form>
    </SettingsPart>
  )
}
