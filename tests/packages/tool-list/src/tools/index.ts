import { logTool } from './log.js'
import { noteTools } from './notes.js'

export const tools = [logTool, ...noteTools]
