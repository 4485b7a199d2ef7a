"""``python -m virkningskjede`` and the command ``virkningskjede``."""

import sys


def main() -> None:
    """Run the command line; the question for the release is answered before anything else is imported."""
    try:
        if sys.argv[1:] == ["--version"] and sys.stdout is not None:
            from virkningskjede import __version__

            sys.stdout.write(f"virkningskjede {__version__}\n")
            sys.stdout.flush()
            return
        from virkningskjede.cli import main as run
    except OSError:  # a full disk; the rest is imported to say so
        from virkningskjede.cli import main as run
    except KeyboardInterrupt:  # before there is anybody to say it in the right language
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
