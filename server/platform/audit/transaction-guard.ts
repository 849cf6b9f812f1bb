import mongoose from 'mongoose';
import { currentSession, duplicateKeyFields } from '../db.ts';

/** Stops a use case that would write its record apart from the change it records. */
export function demandTransaction(what: string): void {
  if (currentSession()?.inTransaction() !== true) throw new Error(`${what} must run inside inTransaction`);
}

/** A lost race for a unique place: marks the error so that the whole transaction is run again and sees the winner. */
export function retryWhenTaken(error: unknown): never {
  if (duplicateKeyFields(error) !== null && error instanceof mongoose.mongo.MongoError) {
    error.addErrorLabel(mongoose.mongo.MongoErrorLabel.TransientTransactionError);
  }
  throw error;
}
