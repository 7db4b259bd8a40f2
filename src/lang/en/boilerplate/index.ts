import { readBoilerplate } from '../../boilerplate/read-boilerplate.ts'
import { isKnownWord } from '../names/vocabulary.ts'

/** What is known of the lines that publishers put around an English text. */
export const boilerplate = readBoilerplate(new URL('./', import.meta.url), isKnownWord)
