export { openNote } from './files/open-note.js'
