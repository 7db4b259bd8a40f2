import './desk.css'
import { ask, countOf, makeElement, placeHandles, readSelection } from './handles.ts'
import { openPanel, openQuestions, reopenPanel, undo } from './panel.ts'

/* The desk in each page of `dossier dev`. `dossier build` does not include it. */

interface State {
  readonly problems: readonly {
    readonly file: string
    readonly line?: number
    readonly severity: string
    readonly rule: string
    readonly reason: string
    readonly hint?: string
  }[]
  readonly questions: number
  readonly written: readonly string[]
}

function listProblems({ problems }: State): HTMLElement {
  const items = problems.map(({ file, line, severity, rule, reason, hint }) =>
    makeElement('li', {}, [
      makeElement('b', {}, [line === undefined ? file : `${file}:${line}`]),
      ` ${severity} `,
      makeElement('code', {}, [rule]),
      makeElement('p', {}, [reason]),
      ...(hint ? [makeElement('pre', {}, [hint])] : []),
    ]),
  )
  const label = countOf(problems.length, 'problem')
  return makeElement('details', { class: 'desk-problems' }, [
    makeElement('summary', {}, [label]),
    makeElement('ul', {}, items),
  ])
}

async function start(): Promise<void> {
  const state = await ask<State>('state')
  const button = (label: string, act: () => void, attributes = {}) => {
    const made = makeElement('button', { type: 'button', ...attributes }, [label])
    made.addEventListener('click', act)
    return made
  }
  const edit = button('Edit annotations', () => toggleEditing(edit), {
    'aria-pressed': String(sessionStorage.getItem(EDITING) !== null),
    'aria-keyshortcuts': 'e',
  })
  const mark = button('Mark words as …', markWords, { hidden: '', 'aria-keyshortcuts': 'm' })
  document.addEventListener('selectionchange', () => (mark.hidden = readSelection() === undefined))
  /* A press of the button must not take the selection away. */
  mark.addEventListener('mousedown', (event) => event.preventDefault())
  const bar = makeElement('aside', { class: 'desk-bar', 'aria-label': 'Desk' }, [
    makeElement('b', {}, ['Desk']),
    edit,
    button(countOf(state.questions, 'question'), () => void openQuestions()),
    ...(state.written.length > 0 ? [button(`Undo (${state.written.join(', ')})`, () => void undo())] : []),
    mark,
    listProblems(state),
  ])
  document.body.append(bar)
  placeHandles(openPanel)
  document.body.classList.toggle('desk-editing', sessionStorage.getItem(EDITING) !== null)
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'e') toggleEditing(edit)
    if (event.key === 'm') markWords()
  })
  reopenPanel()
}

/** Opens the panel at the words of a passage that are marked on the page, which no rule need have found. */
function markWords(): void {
  const selected = readSelection()
  if (selected) openPanel(selected)
}

const EDITING = 'desk-editing'

/** While it is on, a click on an annotation opens the desk and follows no link. */
function toggleEditing(button: HTMLElement): void {
  const isOn = sessionStorage.getItem(EDITING) === null
  if (isOn) sessionStorage.setItem(EDITING, '')
  else sessionStorage.removeItem(EDITING)
  button.setAttribute('aria-pressed', String(isOn))
  document.body.classList.toggle(EDITING, isOn)
}

void start()
