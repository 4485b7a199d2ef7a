"""What a validation has to say: beside the lines of the files, as JSON, for a pull request, and which of it is new."""

from virkningskjede.diagnosis.known import Fingerprints, Known, fingerprints, known_from, known_in, new_among, places
from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.text import closing, text
from virkningskjede.diagnosis.write_json import to_json
from virkningskjede.diagnosis.writers import WRITERS

__all__ = [
    "WRITERS",
    "Fingerprints",
    "Known",
    "ValidationReport",
    "closing",
    "fingerprints",
    "known_from",
    "known_in",
    "new_among",
    "places",
    "text",
    "to_json",
]
