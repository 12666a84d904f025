import { Container } from './container.js'
import { FileStore } from './file-store.js'
import { SearchService } from './search-service.js'

export const services = new Container()
services.provide('search', () => new SearchService())
services.provide('files', () => new FileStore('notes'))
