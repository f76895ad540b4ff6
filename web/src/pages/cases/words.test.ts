import { expect, test } from "vitest";

import { money } from "./words";

test("money is written in the largest unit that leaves a whole digit", () => {
  expect(money(90_300_000_000_000)).toBe("$903B");
  expect(money(1_234_567_890)).toBe("$12.3M");
  expect(money(99_900)).toBe("$999");
  expect(money(-3_518_858_400)).toBe("−$35.2M");
});
