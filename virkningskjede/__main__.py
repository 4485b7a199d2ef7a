"""``python -m virkningskjede`` and the command ``virkningskjede``."""

import gc
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
        # Next to nothing of what a command makes is a circle, and the collector would walk all that is imported to find so: a seventh of
        # the time that it takes to start.
        gc.set_threshold(50_000, 20, 50)
        from virkningskjede.cli import main as run

        run()
    except KeyboardInterrupt:
        # While things are imported there may be nobody yet who can say it in the language asked for.
        sys.stderr.write("Avbrutt. / Interrupted.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
