import type { Look, Place } from './environment-facts.ts'

/** Where values go from place to place, and how closely what is there is looked at. */
export class PlaceGraph {
  private readonly next = new Map<Place, Place[]>()
  private readonly looks = new Map<Place, Look>()

  flow(from: readonly Place[], to: Place): void {
    for (const place of from) {
      const [start, target] = isHeld(place) ? [place.slice(1), heldAt(to)] : [place, to]
      const list = this.next.get(start)
      if (!list) this.next.set(start, [target])
      else if (!list.includes(target)) list.push(target)
    }
  }

  look(places: readonly Place[], look: Look): void {
    for (const place of places) {
      if (isHeld(place) && look < 3) continue
      const own = isHeld(place) ? place.slice(1) : place
      if (look > (this.looks.get(own) ?? 0)) this.looks.set(own, look)
    }
  }

  /** Every place that a value gets to, and the closest look at it on the way; it goes no further where `isEnd`. */
  follow(start: Place, isEnd: (place: Place) => boolean = () => false): { readonly look: Look; readonly reached: ReadonlySet<Place> } {
    const reached = new Set([start])
    let look: Look = 0
    for (const place of reached) {
      const here = this.lookAt(place)
      if (here > look) look = here
      if (isEnd(place)) continue
      for (const to of this.after(place)) reached.add(to)
    }
    return { look, reached }
  }

  /** The places that something flows from, or that are looked at. */
  get places(): Iterable<Place> {
    return new Set([...this.next.keys(), ...this.looks.keys()])
  }

  private after(place: Place): readonly Place[] {
    return isHeld(place) ? (this.next.get(place.slice(1)) ?? []).map(heldAt) : this.next.get(place) ?? []
  }

  /** What an object holds is looked at where all of the object is judged. */
  private lookAt(place: Place): Look {
    if (!isHeld(place)) return this.looks.get(place) ?? 0
    return this.looks.get(place.slice(1)) === 3 ? 3 : 0
  }
}

/** The place of an object or a list that holds what is said to be at a place. */
export function heldAt(place: Place): Place {
  return isHeld(place) ? place : `{${place}`
}

function isHeld(place: Place): boolean {
  return place.startsWith('{')
}
