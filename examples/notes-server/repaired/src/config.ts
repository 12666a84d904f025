import { z } from 'zod'

const Environment = z.object({
  NOTES_DIR: z.string().min(1),
  NOTES_DB: z.string().min(1),
  NOTES_ARCHIVE_DIR: z.string().min(1),
  NOTES_EXPORT_DIR: z.string().min(1),
  NOTES_CLOUD_API_KEY: z.string().min(20),
  NOTES_ALLOW_DELETE: z.enum(['yes', 'no']).default('no'),
})

const environment = Environment.parse(process.env)

export const config = {
  notesDir: environment.NOTES_DIR,
  database: environment.NOTES_DB,
  archiveDir: environment.NOTES_ARCHIVE_DIR,
  exportDir: environment.NOTES_EXPORT_DIR,
  cloudApiKey: environment.NOTES_CLOUD_API_KEY,
  allowDelete: environment.NOTES_ALLOW_DELETE === 'yes',
}
