import type { DecisionOutcome, ShownQuestion } from '../answer-page.ts'
import type { FormField, ShownForm, Statement } from '../forms.ts'
import type { SeedChange } from '../write-seeds.ts'
import type { Target } from './handles.ts'
import { ask, countOf, makeElement } from './handles.ts'

type Shown = Statement<ShownForm>

/** Kept over the reload that follows a change, so that the panel is open again on the same page. */
const keyOfPage = () => `desk-open ${location.pathname}`

/** Opens the panel for a handle. */
export function openPanel(target: Target, from?: HTMLElement): void {
  void showStatements(target, from)
}

/** Opens the panel as it was before the page was reloaded, with a note of what was written. */
export function reopenPanel(): void {
  const kept = sessionStorage.getItem(keyOfPage())
  if (kept === 'questions') void openQuestions()
  else if (kept !== null) openPanel(JSON.parse(kept) as Target)
}

/** The last write, until the page is reloaded. */
const WRITTEN = 'desk-written'

/** What was written, and the place and key of the panel's item. */
interface Written {
  readonly written: readonly SeedChange[]
  readonly index: number
  readonly item: string | undefined
}

/** Shows once what was written, with links to undo it and to the next item. */
function takeWritten(items: readonly HTMLElement[]): HTMLElement[] {
  const kept = sessionStorage.getItem(WRITTEN)
  sessionStorage.removeItem(WRITTEN)
  if (kept === null) return []
  const { written, index, item } = JSON.parse(kept) as Written
  const back = makeElement('button', { type: 'button', class: 'desk-undo' }, ['Undo'])
  back.addEventListener('click', () => void undo())
  const following = items[items[index]?.dataset['item'] === item ? index + 1 : index] ?? items[0]
  const next = makeElement('button', { type: 'button', class: 'desk-next' }, ['Next'])
  next.addEventListener('click', () => {
    following?.setAttribute('open', '')
    following?.querySelector('summary')?.focus()
  })
  return [
    makeElement('div', { class: 'desk-written', role: 'status' }, [
      ...describeOutcome({ written }),
      back,
      ...(following ? [' ', next] : []),
    ]),
  ]
}

/** Takes back what was written last. */
export async function undo(): Promise<void> {
  const { reason } = await ask<{ reason?: string }>('undo', {})
  if (reason) alert(reason)
}

function show(title: string, body: readonly HTMLElement[], kept: string, from?: HTMLElement): void {
  document.querySelector('.desk-panel')?.remove()
  sessionStorage.setItem(keyOfPage(), kept)
  const close = makeElement('button', { type: 'button', class: 'desk-close' }, ['Close (Esc)'])
  const heading = makeElement('h2', { id: 'desk-title' }, [title])
  const told = takeWritten(body.filter((one) => one.matches('details')))
  const panel = makeElement('section', { class: 'desk-panel', role: 'dialog', 'aria-labelledby': 'desk-title' }, [
    heading,
    close,
    ...told,
    ...body,
  ])
  const shut = () => {
    panel.remove()
    sessionStorage.removeItem(keyOfPage())
    from?.focus()
  }
  close.addEventListener('click', shut)
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') shut()
  })
  document.body.append(panel)
  const first = ['.desk-next', 'details[open] summary', 'summary', '.desk-close']
  const focused = first.map((selector) => panel.querySelector<HTMLElement>(selector)).find((one) => one !== null)
  focused?.focus()
}

async function showStatements(target: Target, from?: HTMLElement): Promise<void> {
  const found = await ask<{ title?: string; statements?: readonly Shown[] }>('statements', undefined, {
    id: target.id,
    ...(target.isSelected && { selected: target.words!, nth: String(target.nth) }),
  })
  const statements = found.statements ?? []
  const isWritten = sessionStorage.getItem(WRITTEN) !== null
  const meant = isWritten ? undefined : target.isSelected ? statements[0] : chooseStatement(statements, target)
  const body = statements.map((statement) => showStatement(target, statement, statement === meant))
  const nothing = makeElement('p', {}, ['Nothing that can be decided is said here.'])
  show(found.title ?? target.id, body.length > 0 ? body : [nothing], JSON.stringify(target), from)
}

function chooseStatement(statements: readonly Shown[], { words, nth = 0, kind }: Target): Shown | undefined {
  const ofKind = kind === undefined ? statements : statements.filter((one) => one.kind === kind)
  const flat = (text: string) => text.trim().replaceAll(/\s+/g, ' ')
  const same = ofKind.filter((one) => words !== undefined && flat(one.words) === flat(words))
  return same[nth] ?? same[0] ?? (statements.length === 1 || kind !== undefined ? ofKind[0] : undefined)
}

function showStatement(target: Target, { kind, words, says, forms }: Shown, isOpen: boolean): HTMLElement {
  const summary = makeElement('summary', {}, [
    makeElement('b', {}, [kind]),
    ` “${shorten(words)}” `,
    makeElement('i', {}, [says]),
  ])
  const attributes = { 'data-item': `${kind} ${words}`, ...(isOpen && { open: '' }) }
  const details = makeElement('details', attributes, [summary, ...forms.map((form) => showForm(target, form))])
  return details
}

const shorten = (words: string): string => (words.length > 90 ? `${words.slice(0, 90)}…` : words)

function showForm({ id, words = '', nth = 0, isSelected }: Target, form: ShownForm): HTMLElement {
  const inputs = form.fields.map((field) => makeInput(`${form.id} ${field.name}`, field))
  const values = () => Object.fromEntries(inputs.map(({ name, read }) => [name, read()]))
  const about = { id, form: form.id, ...(isSelected && { selected: { words, nth } }) }
  return makeElement('fieldset', {}, [
    makeElement('legend', {}, [form.title]),
    ...inputs.map(({ shown }) => shown),
    writeButtons((isFinal) => ask<DecisionOutcome>('decide', { ...about, values: values(), isFinal })),
  ])
}

function makeInput(id: string, field: FormField) {
  const attributes = { id, ...(field.isRequired && { required: '' }) }
  const input = makeControl(attributes, field)
  const list = (field.suggestions ?? []).map((value) => makeElement('option', { value }))
  if (list.length > 0) input.setAttribute('list', `${id} list`)
  const shown = makeElement('div', { class: 'desk-field' }, [
    makeElement('label', { for: id }, [field.label, ...(field.isRequired ? [' *'] : [])]),
    input,
    ...(list.length > 0 ? [makeElement('datalist', { id: `${id} list` }, list)] : []),
    makeElement('small', {}, [field.help.replaceAll('`', '')]),
  ])
  const read = () =>
    input instanceof HTMLInputElement && input.type === 'checkbox' && !input.checked ? '' : input.value
  return { name: field.name, shown, read }
}

function makeControl(attributes: Readonly<Record<string, string>>, { type, options = [] }: FormField) {
  const [only, ...others] = options
  if (type === 'choice' && only && others.length === 0)
    return makeElement('input', { ...attributes, type: 'checkbox', value: only.value })
  if (type === 'choice')
    return makeElement('select', attributes, [
      makeElement('option', { value: '' }, ['—']),
      ...options.map(({ value, label }) => makeElement('option', { value }, [label ?? value])),
    ])
  if (type === 'flag') return makeElement('input', { ...attributes, type: 'checkbox', value: 'true' })
  return makeElement('input', { ...attributes, ...(type === 'number' ? { type: 'number', step: 'any' } : {}) })
}

/** A button that shows what would be written and where, and then one that writes it. */
function writeButtons(send: (isFinal: boolean) => Promise<DecisionOutcome>): HTMLElement {
  const look = makeElement('button', { type: 'button' }, ['Show what is written'])
  const write = makeElement('button', { type: 'button', class: 'desk-write' }, ['Write it'])
  const told = makeElement('div', { class: 'desk-outcome', role: 'status' })
  const act = async (isFinal: boolean) => {
    const outcome = await send(isFinal)
    if (outcome.written) keepWritten(told, outcome.written)
    told.replaceChildren(...describeOutcome(outcome))
  }
  look.addEventListener('click', () => void act(false))
  write.addEventListener('click', () => void act(true))
  return makeElement('div', { class: 'desk-buttons' }, [look, write, told])
}

/** Shown again after the reload; an answered question no longer exists then. */
function keepWritten(told: HTMLElement, written: readonly SeedChange[]): void {
  const item = told.closest('details')
  const index = [...document.querySelectorAll('.desk-panel > details')].indexOf(item!)
  const kept: Written = { written, index, item: item?.dataset['item'] }
  sessionStorage.setItem(WRITTEN, JSON.stringify(kept))
}

function describeOutcome({ issues = [], changes = [], written = [] }: DecisionOutcome): Node[] {
  const place = (into: string, outOf: string) => (change: SeedChange) =>
    makeElement('div', {}, [
      makeElement('p', {}, [`${change.added === '' ? outOf : into} ${change.file}, line ${change.line}:`]),
      makeElement('pre', {}, [change.added || change.removed]),
    ])
  return [
    ...issues.map((issue) => makeElement('p', { class: 'desk-issue' }, [issue])),
    ...changes.map(place('This would stand in', 'This would be taken out of')),
    ...written.map(place('Written into', 'Taken out of')),
  ]
}

/** Lists what a person should decide, with the answers to choose from. */
export async function openQuestions(): Promise<void> {
  const { questions } = await ask<{ questions: readonly ShownQuestion[] }>('questions')
  const body = questions.length > 0 ? questions.map(showQuestion) : [makeElement('p', {}, ['Nothing to decide.'])]
  show(`${countOf(questions.length, 'question')}, the most important first`, body, 'questions')
}

function showQuestion({ id, topic, text, shown, choices, ownWords }: ShownQuestion): HTMLElement {
  const name = `answer ${id}`
  const answers = choices.map(({ letter, says }) => {
    const input = makeElement('input', { type: 'radio', name, value: letter })
    return makeElement('label', { class: 'desk-choice' }, [input, ` ${says}`])
  })
  const own = makeInput(`${name} own`, {
    name: 'own',
    label: 'In your own words',
    help: '',
    isRequired: false,
    type: 'text',
  })
  const reason = makeInput(`${name} reason`, {
    name: 'reason',
    label: 'Why',
    help: 'In a sentence. It is shown to readers.',
    isRequired: false,
    type: 'text',
  })
  const details = makeElement('details', { 'data-item': id }, [
    makeElement('summary', {}, [makeElement('b', {}, [topic]), ` ${text}`]),
    ...(shown ? [makeElement('blockquote', {}, [shown])] : []),
    ...answers,
    ...(ownWords ? [own.shown] : []),
    reason.shown,
  ])
  const chosen = () => details.querySelector<HTMLInputElement>('input:checked')?.value ?? own.read()
  const send = (isFinal: boolean) =>
    ask<DecisionOutcome>('answer', { question: id, answer: chosen(), reason: reason.read(), isFinal })
  details.append(writeButtons(send))
  return details
}
