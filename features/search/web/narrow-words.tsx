import { operators } from '../rules/operators.ts'
import { t } from './texts.ts'

const examples = { in: 'ops', from: 'ann', to: 'me', is: 'open', has: 'outcome', before: 'oct', after: '2026', type: 'thread' } as const

/** The operators, each with an example. */
export function NarrowWords() {
  return (
    <>
      <h2>{t('narrow')}</h2>
      <ul>
        {operators.map((operator) => (
          <li key={operator}>
            <code>{`${operator}:${examples[operator]}`}</code>
            <span>{t(`operator.${operator}`)}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('narrowNot')}</p>
    </>
  )
}
