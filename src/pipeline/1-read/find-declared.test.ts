import { expect, test } from 'vitest'
import { findDeclared } from './decode-bytes.ts'

test.each<[string, string | undefined]>([
  ['Nine members voted.', undefined],
  ['<?xml version="1.0" encoding="ISO-8859-2"?>', 'iso-8859-2'],
  ["\n  <?xml\n\tencoding  =  'windows-1250'?>", 'windows-1250'],
  ['<?xml version="1.0"?><a encoding="latin2">', undefined],
  ['<?xml encoding=latin2?>', undefined],
  ['x <?xml encoding="latin2"?>', undefined],
  ['<?xmlx encoding="latin2"?>', undefined],
  ['<META CHARSET=Latin2>', 'latin2'],
  ['a <meta\n charset  =  "koi8-r">', 'koi8-r'],
  ["<meta http-equiv='content-type' content='text/html; charset=iso-8859-5'>", 'iso-8859-5'],
  ['<meta><p charset="latin2">', undefined],
  ['<metacharset="latin2">', undefined],
  ['Content-Type: text/plain; charset=ISO-8859-15', 'iso-8859-15'],
  ['Subject: x\ncontent-type:text/plain;charset  =  "cp866"', 'cp866'],
  ['A content-type: text/plain; charset=latin2', undefined],
  ['Content-Type: text/plain\ncharset=latin2', undefined],
  ['headline: x\nEncoding: latin2\n', 'latin2'],
  ['encoding:"cp1251"', 'cp1251'],
  ["encoding:  \t'cp1251'", 'cp1251'],
  ['encoding:\nlatin2', undefined],
  ['my encoding: latin2', undefined],
  ['encoding: x_a.b:c+d-e', 'x_a.b:c+d-e'],
  ['encoding: "', undefined],
  ['encoding: second\n<meta charset="first">', 'first'],
])('%j declares %s', (head, label) => expect(findDeclared(head)).toBe(label))
