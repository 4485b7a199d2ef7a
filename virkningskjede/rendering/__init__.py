"""Values as text and pictures. Models never render themselves."""
