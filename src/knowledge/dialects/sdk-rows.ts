import type { RegistrarRow } from '../../engine/rows.ts'
import { highLevelRegistrars, positionalRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

/** The SDK's rows for frameworks that hand on or extend its server. By name alone the SDK's own dialect is enough. */
export const sdkRows: readonly RegistrarRow[] = [...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars]
  .map((row) => ({ ...row, byName: undefined }))
