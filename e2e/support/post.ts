import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect } from '@playwright/test'
import { SMTPServer } from 'smtp-server'

type Letter = { to: string; text: string }

/** A real mail server on this machine. It keeps letters in a folder, where the tests of other processes find them. */
export async function startPost(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  mkdirSync(folder)
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, taken) {
      text(stream).then((raw) => {
        const letter: Letter = { to: envelope.rcptTo.map(({ address }) => address).join(), text: readable(raw) }
        writeFileSync(join(folder, `${count++}.json`), JSON.stringify(letter))
        taken()
      }, taken)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  }
}

/** The link in the first letter to this address whose path begins so; waits for the letter. */
export async function linkInLetter(to: string, path: string): Promise<string> {
  const find = () => {
    const letter = listLetters().find((each) => each.to === to && each.text.includes(path))
    return new RegExp(`https?://\\S*${path}\\S*`).exec(letter?.text ?? '')?.[0]
  }
  await expect.poll(find, { message: `a letter to ${to} with a link to ${path}`, timeout: 10_000 }).toBeTruthy()
  return find() ?? ''
}

function listLetters(): Letter[] {
  const folder = process.env.E2E_LETTERS ?? ''
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/** Undoes quoted-printable, in which a long link is broken. */
function readable(raw: string): string {
  return raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
