import type { EntityEntry } from '../model/entry.ts'
import type { WrittenFile } from '../model/published-file.ts'
import type { Published } from '../markup/vocabulary.ts'
import { fullAddressOf } from './view.ts'
import type { XmlElement } from '../text/escape.ts'
import { element, writeXml } from '../text/escape.ts'

const NODE_KEYS = { label: 'string', kind: 'string', address: 'string', sentences: 'int' } as const

/** Who is named in one sentence with whom, as GraphML: an edge weighs the number of such sentences. */
export function exportNetwork(view: Published): WrittenFile {
  const keys = Object.entries(NODE_KEYS).map(([name, type]) => keyOf(name, 'node', type))
  const nodes = view.entities.map((entity) => nodeOf(view, entity))
  const edges = view.entities.flatMap(edgesOf)
  const graph = element('graph', { id: 'co-mentions', edgedefault: 'undirected' }, [...nodes, ...edges])
  const root = element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
    ...keys,
    keyOf('weight', 'edge', 'int'),
    graph,
  ])
  return { path: 'data/co-mentions.graphml', text: writeXml(root) }
}

function keyOf(name: string, owner: string, type: string): XmlElement {
  return element('key', { id: name, for: owner, 'attr.name': name, 'attr.type': type })
}

function nodeOf(view: Published, { id, name, kind, mentions }: EntityEntry): XmlElement {
  return element('node', { id }, [
    dataOf('label', name),
    dataOf('kind', kind),
    dataOf('address', fullAddressOf(view, id)),
    dataOf('sentences', String(mentions.length)),
  ])
}

/** Both ends know the edge: the lesser id writes it. */
function edgesOf({ id, neighbours }: EntityEntry): XmlElement[] {
  const written = neighbours.filter((neighbour) => id < neighbour.id)
  return written.map((neighbour) =>
    element('edge', { id: `${id}-${neighbour.id}`, source: id, target: neighbour.id }, [
      dataOf('weight', String(neighbour.mentions)),
    ]),
  )
}

function dataOf(key: string, text: string): XmlElement {
  return element('data', { key }, [text])
}
