import { envSchema } from '@/env'

/** The rows of the README's table of settings, made of env.ts; a test compares them. */
export function settingsTable(): string[] {
  return Object.entries(envSchema.in.shape).map(([name, schema]) => {
    const byDefault = schema.safeParse(undefined).data
    return `| \`${name}\` | ${byDefault === undefined ? '' : `\`${byDefault}\``} | ${schema.description} |`
  })
}

if (process.argv[1]?.endsWith('settings-table.ts')) {
  console.log(['| Variable | Default | What it does |', '|---|---|---|', ...settingsTable()].join('\n'))
}
