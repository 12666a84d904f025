/** Outside the folders of the framework: no registration. */
export default function noteFile(id: string): string {
  return `/srv/notes/${id}`
}

export { noteFile }
