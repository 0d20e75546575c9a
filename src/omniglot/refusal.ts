/** Why a reader's file is not taken. The message goes on after the file's name: “is no zip file.” */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
