"""``python -m virkningskjede`` and the command ``virkningskjede``."""

import sys


def main() -> None:
    """Run the command line; the question for the release is answered before anything else is imported."""
    try:
        if sys.argv[1:] == ["--version"] and sys.stdout is not None:
            from virkningskjede import __version__

            try:
                sys.stdout.write(f"virkningskjede {__version__}\n")
                sys.stdout.flush()
                return
            except OSError:
                pass  # a full disk; the rest is imported to say so
        from virkningskjede.cli import main as run

        run()
    except KeyboardInterrupt:
        # While things are imported there may be nobody yet who can say it in the language asked for.
        sys.stderr.write("Avbrutt. / Interrupted.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
