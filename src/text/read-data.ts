import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'

/**
 * Reads a YAML file of the program itself: word lists, rules, limits. Most commands read all of them, so this is js-yaml,
 * which takes half the time of `yaml`; what people write is read by `yaml`, which gives the place of each value.
 *
 * @param module `import.meta.url` of the module that asks
 */
export function readData<T>(name: string, module: string | URL): T {
  return load(readFileSync(new URL(name, module), 'utf8'), { schema: CORE_SCHEMA }) as T
}
