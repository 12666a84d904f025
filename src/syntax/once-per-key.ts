/** A place for answers: a `Map`, or a `WeakMap` where the keys are objects that come and go. */
interface Answers<Key, Answer> {
  has(key: Key): boolean
  get(key: Key): Answer | undefined
  set(key: Key, answer: Answer): unknown
}

/** The answer to a question that depends on nothing but its key: worked out once, even where it is `undefined`. */
export function oncePerKey<Key, Answer>(answers: Answers<Key, Answer>, key: Key, workOut: () => Answer): Answer {
  if (!answers.has(key)) answers.set(key, workOut())
  return answers.get(key) as Answer // it was put there
}
