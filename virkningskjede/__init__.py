"""Logic models (virkningskjeder) as text: typed, checked, compared and drawn."""
