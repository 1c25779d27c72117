import { SubscribeBox } from '@/components/letter/subscribe-box'
import { hasMail } from '@/mail'

const boxes = {
  daily: {
    title: 'By e-mail',
    says: 'Each day’s papers at seven the next morning, your time. One letter a day, one click to stop.',
  },
  weekly: {
    title: 'The week by e-mail',
    says: 'Ten papers in the order they ended in, at seven, your time, once the week is over. One click to stop.',
  },
}

/** Beside every list: the way to have it by mail. Nothing where the site sends none. */
export function LetterBox({ frequency = 'daily' }: { frequency?: 'daily' | 'weekly' }) {
  return hasMail ? <SubscribeBox {...boxes[frequency]} frequency={frequency} /> : null
}
