import type { PermalinkRecord } from '../../model/permalink.ts'
import * as file from '../../pipeline/6-address/record-file.ts'

/** The text of a record's file. */
export const writeRecord = (record: PermalinkRecord): string => [...file.writeRecord(record)].join('')

/** Reads the text of a record's file. */
export const parseRecord = (text: string) => file.parseRecord(text.split('\n'))
