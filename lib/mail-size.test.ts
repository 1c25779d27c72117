import fc from 'fast-check'
import nodemailer from 'nodemailer'
import { expect, test } from 'vitest'
import { mailEncodingOf } from '@/lib/mail-size'

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })

async function sizeOnItsWay(text: string, textEncoding: 'quoted-printable' | 'base64') {
  const { message } = await transport.sendMail({ to: 'mira@lab.edu', text, textEncoding })
  if (!Buffer.isBuffer(message)) throw new Error('The letter was not made at once.')
  return message.subarray(message.indexOf('\r\n\r\n') + 4).length
}

test('a text is never larger on its way than was said', async () => {
  const sign = fc.constantFrom('a', ' ', '=', '<', '\n', 'é', '注', '😀', 'word ', '.')
  const text = fc.array(sign, { maxLength: 400 }).map((signs) => signs.join(''))
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const { encoding, size } = mailEncodingOf(written)
      expect(await sizeOnItsWay(written, encoding)).toBeLessThanOrEqual(size + 2)
    }),
  )
})

test('what is mostly ASCII stays readable, and what is not becomes base64', () => {
  expect(mailEncodingOf('A plain letter with a word or two in français.').encoding).toBe('quoted-printable')
  expect(mailEncodingOf('注意力机制').encoding).toBe('base64')
})
