"""The questions that models are asked, each in a room of its own: the result, the work, and what it has to say."""
