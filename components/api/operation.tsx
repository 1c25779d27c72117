import {
  answerOf,
  curlOf,
  type DescribedOperation,
  fieldsOf,
  listedName,
  nameOf,
  schemaInWords,
  shapeInWords,
} from '@/lib/api-words'

type Props = {
  described: DescribedOperation
  /** What the command is made with. */
  example: Parameters<typeof curlOf>[1]
}

/** One method of one path: what it takes, what it answers, and a command that calls it. */
export function ApiOperation({ described, example }: Props) {
  const { method, path, id, operation } = described
  const body = operation.requestBody?.content['application/json'].schema
  const answer = answerOf(operation)
  const listed = answer.schema && listedName(answer.schema)
  const named = answer.schema && (nameOf(answer.schema) ?? listed)
  return (
    <section className="operation" aria-labelledby={id}>
      <h3 id={id}>
        <code>
          <b>{method}</b> {path}
        </code>
      </h3>
      <p>
        {operation.summary} {operation.description}
      </p>
      <Takes
        title="In the address"
        fields={operation.parameters.map(({ name, schema, required, description }) => ({
          name,
          is: schemaInWords(schema),
          isNeeded: required,
          about: description,
        }))}
      />
      {body && <Takes title="As JSON" fields={fieldsOf(body)} />}
      <p>
        Answers {answer.status}
        {answer.schema === null && ', and leads to a page.'}
        {named && (
          <>
            {' '}
            with {listed ? 'a list of' : 'a'} <a href={`#${named}`}>{named}</a>.
          </>
        )}
        {answer.schema && !named && ' with:'}
      </p>
      {answer.schema && !named && (
        <pre>
          <code>{shapeInWords(answer.schema)}</code>
        </pre>
      )}
      <pre>
        <code>{curlOf(described, example)}</code>
      </pre>
    </section>
  )
}

type Field = { name: string; is: string; isNeeded: boolean; about: string }

function Takes({ title, fields }: { title: string; fields: Field[] }) {
  if (fields.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <dl className="takes">
        {fields.map(({ name, is, isNeeded, about }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <span>
                {is}
                {isNeeded && ', needed'}
              </span>
              {about && <span>{about}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
