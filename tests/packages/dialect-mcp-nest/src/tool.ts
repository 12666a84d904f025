export function Tool(options: { name: string }): MethodDecorator {
  return (target, key) => { Reflect.defineMetadata('menu:tool', options, target, key) }
}
