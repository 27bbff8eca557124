/** The model's files are not those that came with the package: nothing can be read with it. */
export class ModelBroken extends Error {
  override readonly name = 'ModelBroken';
}
