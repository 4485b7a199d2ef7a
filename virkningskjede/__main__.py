"""``python -m virkningskjede`` and the command ``virkningskjede``."""

import sys


def main() -> None:
    """Run the command line; the question for the release is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        from virkningskjede import __version__

        sys.stdout.write(f"virkningskjede {__version__}\n")
        return
    from virkningskjede.cli import main as run

    run()


if __name__ == "__main__":
    main()
