"""``python -m virkningskjede`` and the command ``virkningskjede``."""

from virkningskjede.cli import main

if __name__ == "__main__":
    main()
