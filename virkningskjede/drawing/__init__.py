"""Models as pictures on one A4 page: what is drawn, where it stands, and the drawing of it."""
