/**
 * What a job or schedule throws: Forge delivers the job again, and says nothing to anybody. It is noted on the way.
 */
import { noteError } from '../resolvers/log';

/** @throws what `work` throws */
export async function noted<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await noteError(operation, error);
    throw error;
  }
}
