import fc from 'fast-check'

/** A mutant is met by thousands of properties' examples: each stops after this long, in milliseconds. */
fc.configureGlobal({ interruptAfterTimeLimit: 100 })
