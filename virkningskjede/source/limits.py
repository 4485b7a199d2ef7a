"""The limits of the reader. Each message that refuses a file for its size names the limit."""

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read, in bytes."""

MAX_DEPTH = 64
"""Deepest nesting of lists and mappings."""

MAX_ENTRIES = 2_000_000
"""Most commas and line breaks in one file: what bounds the number of values before anything is built."""

MAX_DIAGNOSTICS = 200
"""Most diagnostics kept for one file; the last one says how many were left out."""
