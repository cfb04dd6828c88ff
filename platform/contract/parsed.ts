import type { z } from 'zod'
import { formatList } from '#platform/text/format-span.ts'
import { type FieldError, invalid, type Said } from './failure.ts'
import { refusalText } from './refusal-texts.ts'
import { asDate, asInstant, words, wordsOf } from './words.ts'

/** What a schema makes of a value. Throws 422 with every field that it refuses. */
export function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value, { error: (issue) => words(wordsOf(issue) ?? sayOf(issue)).error(issue) })
  if (!result.success) throw invalid(result.error.issues.flatMap(fieldErrors))
  return result.data
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const message = wordsOf(issue) ?? (() => issue.message)
  const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return places.map((path) => ({ path: path.join('.'), message }))
}

/** What is said of a field whose schema has no words of its own, by what is wrong. */
function sayOf(issue: z.core.$ZodRawIssue): Said {
  switch (issue.code) {
    case 'invalid_type':
      return sayOfType(issue)
    case 'invalid_value':
      return () => refusalText('writeOneOf', { values: formatList(issue.values.map(String)) })
    case 'invalid_format':
      return sayOfFormat(issue)
    case 'too_big':
      return sayOfMost(issue)
    case 'too_small':
      return sayOfLeast(issue)
    case 'invalid_key':
      return sayOfKey(issue)
    case 'unrecognized_keys':
      return () => refusalText('unknownField')
    default:
      return () => refusalText('unreadable')
  }
}

/** Of a name that may not stand there, what its own schema says. */
function sayOfKey({ issues }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidKey>): Said {
  const [first] = issues
  return (first && wordsOf(first)) ?? (() => refusalText('unreadable'))
}

function sayOfType({ expected, input }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): Said {
  if (input === undefined) return () => refusalText('required')
  if (expected === 'string') return () => refusalText('writeText')
  if (expected === 'number') return () => refusalText('writeNumber')
  if (expected === 'int') return () => refusalText('writeWholeNumber')
  return () => refusalText('unreadable')
}

function sayOfFormat({ format }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>): Said {
  if (format === 'date') return asDate
  if (format === 'datetime') return asInstant
  if (format === 'email') return () => refusalText('writeAddress', { example: 'ann@example.org' })
  return () => refusalText('unreadable')
}

function sayOfMost({ origin, maximum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): Said {
  const count = Number(maximum)
  if (origin === 'string') return () => refusalText('tooLong', { count })
  return () => (origin === 'array' ? refusalText('tooMany', { count }) : refusalText('tooMuch', { most: count }))
}

function sayOfLeast({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): Said {
  const count = Number(minimum)
  if (origin === 'string') return () => refusalText('writeSomething')
  return () => (origin === 'array' ? refusalText('tooFew', { count }) : refusalText('tooLittle', { least: count }))
}
