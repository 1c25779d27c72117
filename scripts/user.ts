import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { migrate } from '@/db/migrate'
import { hashPassword, updatePassword } from '@/db/passwords'
import { createToken } from '@/db/tokens'
import { createUser, getUserByName, setRole } from '@/db/users'
import { authorityOf } from '@/lib/authority'
import { nameSchema, passwordSchema, tokenSchema } from '@/lib/schemas'
import { complain, runMain } from '@/scripts/run-main'

const usage = `npm run user -- NAME [--admin | --moderator | --member] [--password-stdin] [--token LABEL]

Makes the person, or changes the one of that name, and prints a new token that may write, alone on the last line.
  --admin, --moderator, --member   their role from now on; without it a new person is a member, an old one stays
  --password-stdin                 their password from now on, read from standard input
  --token LABEL                    what the token is called in their settings (default: command line)`

await runMain(main)

/** @returns the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly */
async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) {
    console.log(usage)
    return 0
  }
  if (typeof asked === 'string') return misused(asked)
  const { name, role, label } = asked
  const password = asked.readsPassword ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
  if (password !== null) {
    const checked = passwordSchema.safeParse(password)
    if (!checked.success) return misused(`${checked.error.issues[0]?.message}`)
  }

  await migrate()
  const now = Date.now()
  const passwordHash = password === null ? null : await hashPassword(password)
  const made = await createUser({ name, passwordHash, role: role ?? 'member' }, now)
  const person = made.ok ? made.viewer : await getUserByName(name)
  if (!person) return complain(1, `${name} was deleted just now. Try again.`)
  if ('isSample' in person && person.isSample)
    return complain(1, `${person.name} is a sample member: take another name.`)

  const { userId } = authorityOf(person)
  console.log(made.ok ? `Made ${person.name}, ${person.role}.` : `${person.name} was here already.`)
  if (!made.ok && role && role !== person.role) {
    const set = await setRole(null, name, role, now)
    if (!set.ok) return complain(1, set.error)
    console.log(`${person.name} is ${role === 'admin' ? 'an admin' : `a ${role}`} now.`)
  }
  if (!made.ok && passwordHash) {
    await updatePassword(userId, passwordHash, null)
    console.log('The new password holds; every session of theirs has ended.')
  }
  const { token } = await createToken(userId, { label, scope: 'write' }, now)
  console.log(`A token called “${label}”, which may read and write. It is shown this once:`)
  console.log(token)
  return 0
}

/** @returns null when asked how it is used, a sentence when asked wrongly */
function readArguments() {
  const flags = { type: 'boolean', default: false } as const
  const options = {
    admin: flags,
    moderator: flags,
    member: flags,
    'password-stdin': flags,
    token: { type: 'string', default: 'command line' },
    help: { ...flags, short: 'h' },
  } as const
  const given = parse()
  if (typeof given === 'string') return given
  const { values, positionals } = given
  if (values.help) return null
  const roles = (['admin', 'moderator', 'member'] as const).filter((role) => values[role])
  if (positionals.length !== 1) return 'Give one name.'
  if (roles.length > 1) return 'Give one role.'
  const name = nameSchema.safeParse(positionals[0])
  if (!name.success) return `${name.error.issues[0]?.message}`
  const label = tokenSchema.shape.label.safeParse(values.token)
  if (!label.success) return `--token: ${label.error.issues[0]?.message}`
  return { name: name.data, role: roles[0], label: label.data, readsPassword: values['password-stdin'] }

  function parse() {
    try {
      return parseArgs({ options, allowPositionals: true })
    } catch (error) {
      if (error instanceof TypeError) return error.message
      throw error
    }
  }
}

function misused(reason: string): number {
  return complain(2, `${reason}\n\n${usage}`)
}
