import { Model } from '@alephdata/followthemoney'
import defaultModel from '@alephdata/followthemoney/dist/defaultModel.json' with { type: 'json' }
import type { IModelDatum } from '@alephdata/followthemoney'

interface Proxy {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const model = new Model(defaultModel as unknown as IModelDatum)

/** The form of a value by type; types that are not listed accept any text. */
const FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
  number: /^-?\d+(?:\.\d+)?$/,
  url: /^https?:\/\/\S+$/,
  identifier: /^\w+$/,
}

/** Faults of JSON lines against the model of FollowTheMoney: schemata, properties, required values and links. */
export function judgeMoney(text: string): string[] {
  const proxies: Proxy[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const schemaOf = new Map(proxies.map(({ id, schema }) => [id, schema]))
  const doubled = schemaOf.size < proxies.length ? ['entities.ftm.json: an id twice'] : []
  return [
    ...doubled,
    ...proxies.flatMap((proxy) => judgeProxy(proxy, schemaOf).map((fault) => `${proxy.schema} ${proxy.id}: ${fault}`)),
  ]
}

function judgeProxy({ schema: name, properties }: Proxy, schemaOf: ReadonlyMap<string, string>): string[] {
  const schema = model.getSchema(name)
  const missing = (schema.required ?? []).filter((key) => !properties[key]?.length)
  return [
    ...(schema.abstract ? ['abstract'] : []),
    ...missing.map((key) => `no ${key}`),
    ...Object.entries(properties).flatMap(([key, values]) =>
      values.flatMap((value) => judgeValue(name, key, value, schemaOf)),
    ),
  ]
}

function judgeValue(schema: string, key: string, value: string, schemaOf: ReadonlyMap<string, string>): string[] {
  const property = model.getSchema(schema).getProperty(key)
  if (property.stub) return [`${key} is the other end of a link`]
  if (property.type.name !== 'entity')
    return FORMS[property.type.name]?.test(value) === false ? [`${key}: ${value} is no ${property.type.name}`] : []
  const target = schemaOf.get(value)
  const range = property.getRange()
  return target !== undefined && model.getSchema(target).isA(range)
    ? []
    : [`${key}: ${value} is a ${target}, expected a ${range.name}`]
}
