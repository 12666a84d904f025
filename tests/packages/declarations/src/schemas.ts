import { z } from 'zod'

export const Note = z.object({
  id: z.string(),
  value: z.any(), // expect: no-loose-schema
})
