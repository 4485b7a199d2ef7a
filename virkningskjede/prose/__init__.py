"""What the sentences of a source say, as far as their words show it, in Norwegian and English: numbers, time, and how sure something is."""
