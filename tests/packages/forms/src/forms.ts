import { PASSWORD } from './fields.js'

export const loginForm = {
  message: 'Sign in',
  requestedSchema: {
    type: 'object' as const,
    properties: {
      user: { type: 'string' as const },
      password: PASSWORD, // expect: no-sensitive-elicitation
    },
  },
}

export const keyForm = {
  message: 'Please paste your API key.', // expect: no-sensitive-elicitation
  requestedSchema: { type: 'object' as const, properties: { value: { type: 'string' as const } } },
}

export const projectForm = {
  type: 'object' as const,
  properties: {
    project: { type: 'string' as const },
    hasPassword: { type: 'boolean' as const }, // safe: a yes or no
  },
}

export const neverSent = {
  message: 'Sign in',
  requestedSchema: { type: 'object' as const, properties: { password: PASSWORD } }, // safe: nothing sends it
}
