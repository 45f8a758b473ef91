"""The worker's side of the table: work list, case, recording, and the one question for an expert."""
