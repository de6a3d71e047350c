/** Stands for an object that Swift has made, of which JavaScript knows the class and the value only. */
export class Fresh {
  /** @param {"Thing" | "Item"} type @param {number} value */
  constructor(type, value) {
    this.type = type;
    this.value = value;
  }
}
