/** Files that run every demo of a paper take minutes: started last, one would end on a single core. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

const DEAREST = /every-demo\.test\.ts$/;

export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const dear = ({ moduleId }: TestSpecification): boolean => DEAREST.test(moduleId);
    return [...sorted.filter(dear), ...sorted.filter((file) => !dear(file))];
  }
}
