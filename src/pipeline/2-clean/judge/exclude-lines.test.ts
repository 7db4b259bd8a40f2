import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { matchFurniture } from './set-exclude-furniture.ts'

const rows: [line: string, rule: string | undefined][] = [
  ['Accessibility links', 'clean/navigation'],
  ['Skip to main content', 'clean/navigation'],
  ['The road skips to main content with a small town.', undefined],
  ['World', 'clean/navigation'],
  ['World leaders met in Northport.', undefined],
  ['Breaking News', 'clean/label'],
  ['Breaking the news to the families took a day.', undefined],
  ['×', 'clean/symbols'],
  ['Share on Facebook', 'clean/share'],
  ['Share this article with your friends', 'clean/share'],
  ['Shares in Lund fell 4 percent on Friday.', undefined],
  ['Follow us on Twitter @northport', 'clean/share'],
  ['Police follow us on foot, residents said.', undefined],
  ['1,204 comments', 'clean/share'],
  ['Sign up for our newsletter', 'clean/subscribe'],
  ['Subscribe to Northport Today for $1 a week', 'clean/subscribe'],
  ['Subscribers to the fund lost their savings, the court heard.', undefined],
  ['Get the latest headlines delivered to your inbox every morning', 'clean/subscribe'],
  ['The group asked its members to sign a petition.', undefined],
  ['We use cookies to improve your experience.', 'clean/legal'],
  ['The bakers use cookies as a currency, he said.', undefined],
  ['ADVERTISEMENT', 'clean/advert'],
  ['Advertisement - Continue reading below', 'clean/advert'],
  ['Sponsored: Ten boots for the spring', 'clean/advert'],
  ['The story continues below the surface of the lake.', 'clean/advert'],
  ['Advertisements for the drug were banned in May.', undefined],
  ['Read more', 'clean/related-label'],
  ['Source :', 'clean/related-label'],
  ['You may also like', 'clean/related-label'],
  ['More in the valley have fallen ill.', undefined],
  ['READ MORE: How the harbour money vanished', 'clean/related'],
  ['Related: Dam gates reopen', 'clean/related'],
  ['He wants to read more: history, law, and poems.', undefined],
  ['Tags: dam, river, truce', 'clean/related'],
  ['Video: The gates open', 'clean/media-label'],
  ['Image Caption and Rights Information', 'clean/media-label'],
  ['Media captionWhat the probe saw', 'clean/media-label'],
  ['Video of the attack spread within minutes.', undefined],
  ['Our Standards: The Northport Principles.', 'clean/standards'],
  ['This article was amended on 4 May to correct a name.', 'clean/standards'],
  ['This article of the treaty forbids it.', undefined],
  ['Comments are closed.', 'clean/share'],
  ['The comments are closed to the public, a judge ruled.', undefined],
  ['Do you live in Lund? Click here to take part in our survey', 'clean/share'],
  ['Do you live in Lund? Many of those who did are gone.', undefined],
  ['Privacy Notice: Newsletters may contain adverts.', 'clean/legal'],
  ['Your donation helps us to send reporters to the coast.', 'clean/subscribe'],
  ['“Your donation helps us to rebuild the school,” she wrote.', undefined],
  ['We believe in independent journalism that is free for all: donate today', 'clean/subscribe'],
  ['The minister praised independent journalism in a speech.', undefined],
  ['This advertisement has not loaded yet, but your article continues below.', 'clean/advert'],
  ['Next: The mayor returns', 'clean/related'],
  ['Next to the harbour stands a mill.', undefined],
  ['WATCH | The mayor speaks', 'clean/media-label'],
  ['Harbour closes for a month 02:11', 'clean/media-label'],
  ['The siren was heard at 02:11', undefined],
  ['This is a breaking news story. Please check back for updates.', 'clean/standards'],
  ['An earlier version of this story misspelled a name.', 'clean/standards'],
  ['An earlier version of the bill failed in May.', undefined],
  ['The Wire is an independent news agency dedicated to factual reporting.', 'clean/standards'],
  ['The Wire is a news agency in Lund, and its owner denied the charge.', undefined],
  ['pic.twitter.com/abc123XYZ', 'clean/embed'],
  ['View this post on Instagram', 'clean/embed'],
  ['window.dataLayer = window.dataLayer || [];', 'clean/code'],
  ['.ad-box { display: none; }', 'clean/code'],
  ['Ada Vale (the mayor) said the sum = 12;', undefined],
  ['lund.example.com/news/harbour/101', 'clean/contact'],
  ['3 min read', 'clean/reading-time'],
  ['((ada.vale@example.com; +1 555 0100))', 'clean/contact'],
  ['ada.vale@example.com', 'clean/contact'],
]

test.each(rows)('%j', (line, rule) => {
  const decision = matchFurniture(line)
  expect(decision?.as === 'excluded' ? decision.rule : undefined).toBe(rule)
})

test('the lists have no repetitions, are in small letters, and no pattern is unbounded', () => {
  const rules: { rule: string; lines?: string[]; patterns?: string[] }[] = parse(
    readFileSync(new URL('./furniture.yml', import.meta.url), 'utf8'),
  )
  const every = rules.flatMap(({ lines }) => lines ?? [])
  expect(every.filter((line, index) => every.indexOf(line) !== index)).toEqual([])
  expect(every.filter((line) => line !== line.toLowerCase())).toEqual([])
  expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length)
  for (const { patterns } of rules)
    for (const pattern of patterns ?? []) expect(pattern).not.toMatch(/[^\\]\.[*+]|\\s[*+]|\)[*+]/)
})
