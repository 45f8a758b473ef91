"""What is kept: facts (append-only, chained), people and mandates, documents, private rooms, looks, letters to send."""
