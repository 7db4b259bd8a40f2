#!/usr/bin/env node
import { program } from './commands/command-line.ts'

await program.parseAsync()
