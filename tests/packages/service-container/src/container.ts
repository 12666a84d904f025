export class Container {
  private readonly factories = new Map<string, () => any>()
  private readonly made: Record<string, any> = {}

  provide(name: string, factory: () => unknown): this {
    this.factories.set(name, factory)
    return this
  }

  get(name: string): any {
    this.made[name] ??= this.make(name)
    return this.made[name]
  }

  private make(name: string): unknown {
    const factory = this.factories.get(name)
    if (!factory) throw new Error(`unknown service ${name}`)
    return factory()
  }
}
