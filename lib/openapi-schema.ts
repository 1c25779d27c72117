import { z } from 'zod'

/** A schema as JSON Schema 2020-12 writes it, which is what OpenAPI 3.1 takes. */
export type JsonSchema = { [name: string]: unknown }

/** Schemas with a name, which the rest refers to. */
export type Components = Record<string, JsonSchema>

// Of forms alone: where a page is to go on to, and which part of it.
const ofForms = new Set(['next', 'at'])

/**
 * What a program may send: the plain form alone, as in true, where a form may send yes. What lib/ checks by hand, as
 * that a day is one, stands in the descriptions.
 */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: plainly })
  return withoutForms(plain)
}

/** What is answered. Schemas with an id are noted in `components`, and referred to. */
export function answerSchema(schema: z.ZodType, components: Components): JsonSchema {
  const { $schema: _, $defs = {}, ...plain } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  for (const [name, defined] of Object.entries($defs)) components[name] = referring(withoutId(defined))
  const id = typeof plain.id === 'string' ? plain.id : null
  if (id === null) return referring(plain)
  components[id] = referring(withoutId(plain))
  return { $ref: `#/components/schemas/${id}` }
}

type Override = NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']

const plainly: Override = ({ zodSchema, jsonSchema }) => {
  const def = zodSchema._zod.def as Def
  if (def.type === 'union') {
    const plain = def.options.filter((option) => !isReadFromText(option))
    if (plain.length === 1 && plain[0]) replace(jsonSchema, inputSchema(plain[0]))
  }
  // What a text is read into says more than the text does: its bounds.
  if (def.type === 'pipe' && isJudged(def.out)) replace(jsonSchema, inputSchema(def.out))
  if (jsonSchema.type === 'integer') {
    delete jsonSchema.pattern
    // Zod's own bounds of an integer are those of its type.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  }
}

/** As much as is read here of how Zod keeps a schema. */
type Def =
  | { type: 'union'; options: z.ZodType[] }
  | { type: 'pipe'; in: z.ZodType; out: z.ZodType }
  | { type: 'string' | 'number' | 'array' | 'transform' | 'object' }

/** A text that is turned into something else, as forms need it. */
function isReadFromText(schema: z.ZodType): boolean {
  const def = schema._zod.def as unknown as Def
  return def.type === 'pipe' && (def.out._zod.def as unknown as Def).type === 'transform'
}

function isJudged(schema: z.ZodType): boolean {
  return ['string', 'number', 'array'].includes((schema._zod.def as unknown as Def).type)
}

/** What was said of the whole stays: its description, and bounds of the same type. */
function replace(target: JsonSchema, by: JsonSchema): void {
  const { description, ...told } = target
  for (const name of Object.keys(target)) delete target[name]
  const isSame = told.type === by.type || told.type === 'integer'
  Object.assign(target, by, isSame ? told : {}, description === undefined ? {} : { description })
}

function withoutForms(schema: JsonSchema): JsonSchema {
  const { properties } = schema
  if (typeof properties !== 'object' || properties === null) return schema
  const kept = Object.entries(properties).filter(([name]) => !ofForms.has(name))
  return { ...schema, properties: Object.fromEntries(kept) }
}

function withoutId({ id: _, ...schema }: JsonSchema): JsonSchema {
  return schema
}

/** The same with references to where OpenAPI keeps its schemas. */
function referring<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'))
}
