// Takes in what Python brings to draw and to list, for the two that show it.
import { take } from "../wie-gaat-erover.board/brought.js";

export default function ({ data }) {
  take(data.signature, data.brought);
}
